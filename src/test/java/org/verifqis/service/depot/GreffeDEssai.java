package org.verifqis.service.depot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.fixtures.Montre;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Verdict;

/** A registry with four people in it, and a clock that a test turns. */
final class GreffeDEssai implements AutoCloseable {
  static final Gabarit GABARIT = LecteurGabarit.charge();
  static final Registre REGISTRE = Registre.charge();
  static final Entente MAURICIE = GABARIT.ententes().get("ALL-04");
  static final Entente AUTRE = GABARIT.ententes().get("ALL-14");
  static final Exercice ANNEE = new Exercice(2022);
  static final Provenance PROVENANCE = new Provenance("1.0.0", "r".repeat(64), "p".repeat(64));

  final Montre montre = new Montre(Instant.parse("2023-06-20T14:00:00Z"), ZoneOffset.UTC);
  final Greffe greffe;
  Compte coordination;
  Compte voisine;
  Compte personnel;
  Compte collegue;
  Compte admin;

  GreffeDEssai(String url) {
    greffe = Greffe.ouvre(url, GABARIT, REGISTRE, montre);
  }

  GreffeDEssai peuple() {
    admin = cree("admin@exemple.ca", "Alice Roy", Role.ADMIN, Set.of());
    personnel = cree("jeanne@exemple.ca", "Jeanne Tremblay", Role.PERSONNEL, Set.of());
    collegue = cree("luc@exemple.ca", "Luc Gagnon", Role.PERSONNEL, Set.of());
    coordination = cree("marie@exemple.ca", "Marie Côté", Role.COORDINATION, Set.of("ALL-04"));
    voisine = cree("anne@exemple.ca", "Anne Bouchard", Role.COORDINATION, Set.of("ALL-14"));
    return this;
  }

  private Compte cree(String courriel, String nom, Role role, Set<String> ententes) {
    return greffe
        .comptes()
        .cree(Journal.CONSOLE, new ComptesDuGreffe.Demande(courriel, nom, role, "fr", ententes))
        .compte();
  }

  static Gestes.Depot depot(String contenu) {
    return depot(contenu, Verdict.NON_CONFORME);
  }

  static Gestes.Depot depot(String contenu, Verdict verdict) {
    return new Gestes.Depot(
        "reddition.xlsx",
        contenu.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        verdict,
        PROVENANCE,
        List.of(new Commentaire("c".repeat(64), "VER-05", "Versements!C4", "", "Reçu en retard.")));
  }

  /** What is filed for Mauricie, as somebody sees it now. */
  DossierDepose vu(Compte qui) {
    return greffe
        .dossiers()
        .un(qui, MAURICIE, ANNEE)
        .orElseGet(() -> DossierDepose.attendu(MAURICIE, ANNEE));
  }

  @Override
  public void close() {
    greffe.close();
  }
}
