package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.List;
import org.verifqis.regles.Derogation;
import org.verifqis.regles.derogations.UsageDerogation;

/** How dérogations are told to people. */
record PhrasesDerogation(Textes textes) {
  /** On whose word a finding is accepted, why, and until when. */
  String acceptation(Derogation derogation) {
    return textes
        .mots()
        .mot(
            "deroge.constat",
            textes.format().date(derogation.jusquAu()),
            derogation.par(),
            derogation.autorite(),
            derogation.motif());
  }

  /** What it accepts: the rule, then the sheet, the record and the field that it names. */
  String vise(Derogation derogation) {
    Derogation.Vise vise = derogation.vise();
    List<String> parties = new ArrayList<>(List.of(vise.regle().id()));
    if (vise.feuille() != null) {
      parties.add(vise.feuille());
    }
    if (vise.fiche() != null) {
      parties.add(
          vise.rang() == 0
              ? vise.fiche()
              : textes.mots().mot("derogation.rang", vise.fiche(), vise.rang()));
    }
    parties.addAll(vise.champs());
    return String.join(", ", parties);
  }

  /** The reddition that it is about. */
  String reddition(Derogation derogation) {
    return textes.fait(derogation.vise().entente()) + ", " + derogation.vise().exercice().nom();
  }

  String statut(UsageDerogation usage) {
    return textes.mots().mot("derogation." + usage.statut());
  }

  /** What it covers, why it covers nothing, or since when it no longer does. */
  String detail(UsageDerogation usage) {
    Mots mots = textes.mots();
    return switch (usage.statut()) {
      case UTILISEE -> mots.compte("derogation.couverts", usage.constats());
      case INUTILISEE -> mots.mot("derogation.raison." + usage.raison());
      case ECHUE ->
          mots.mot("derogation.echue", textes.format().date(usage.derogation().jusquAu()));
    };
  }

  /** All of that, in a line. */
  String ligne(UsageDerogation usage) {
    Derogation derogation = usage.derogation();
    return textes
        .mots()
        .mot(
            "derogation.ligne",
            derogation.numero(),
            statut(usage),
            reddition(derogation),
            vise(derogation),
            detail(usage));
  }

  /** How many findings of a reddition are accepted, and what it would be worth otherwise. */
  String sansElles(Comptes comptes) {
    return textes
        .mots()
        .compte(
            "deroge.verdict",
            comptes.deroges(),
            textes.verdict(comptes.jugement().verdictSansDerogation()));
  }
}
