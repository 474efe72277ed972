package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.rapport.Fabrique.implication;
import static org.verifqis.rapport.Fabrique.participation;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Etape;
import org.verifqis.modele.Forme;
import org.verifqis.modele.Implication;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Participation;
import org.verifqis.regles.Verdict;

class Cible4Test {
  private static final Implication REGIONAL_PLAN =
      implication(Palier.REGIONAL, Etape.PLAN, Forme.INSTANCE);

  @Test
  void irrecevable() {
    Cible4 cible4 = cible4(Verdict.IRRECEVABLE, null);
    assertThat(cible4.niveau()).isNull();
    assertThat(cible4.classe()).isNull();
    assertThat(cible4.libelle()).isEqualTo("Non évaluée");
    assertThat(cible4.motifs()).hasSize(1);
  }

  @Test
  void withoutItsSheet() {
    Cible4 cible4 = cible4(Verdict.NON_CONFORME, null);
    assertThat(cible4.niveau()).isEqualTo("INDETERMINE");
    assertThat(cible4.possibles()).isEmpty();
    assertThat(cible4.motifs()).hasSize(1).first().asString().contains("absente");
  }

  @Test
  void unknownValue() {
    Cible4 cible4 =
        cible4(Verdict.NON_CONFORME, participation(implication(Palier.LOCAL, Etape.SUIVI, null)));
    assertThat(cible4.niveau()).isEqualTo("INDETERMINE");
    assertThat(cible4.possibles())
        .contains(Niveau.AMORCEE, Niveau.AUCUNE)
        .doesNotContain(Niveau.ATTEINTE, Niveau.EN_VOIE);
    assertThat(cible4.classe()).isEqualTo("INDETERMINE");
    assertThat(cible4.motifs().get(0)).contains("Amorcée, Apprentissage, Consultation, Aucune");
    assertThat(cible4.motifs()).last().asString().contains("complétez");
  }

  @Test
  void begun() {
    Cible4 cible4 = cible4(Verdict.CONFORME, participation(REGIONAL_PLAN));
    assertThat(cible4.niveau()).isEqualTo("AMORCEE");
    assertThat(cible4.classe()).isEqualTo("APPRENTISSAGE");
    assertThat(cible4.libelleEtClasse())
        .isEqualTo("Amorcée (classe du rapport\u00A0: Apprentissage)");
    assertThat(cible4.motifs())
        .containsExactly(
            "Un seul palier est touché.",
            "Palier où des personnes en situation de pauvreté participent directement\u00A0: régional.",
            "Étapes couvertes (1 sur 6)\u00A0: Élaboration du plan de travail.",
            "Pour être en voie d’atteinte, il manque une participation directe au palier local.",
            "Pour atteindre la cible, il manque 3 étapes parmi\u00A0: Portrait du territoire, Définition des priorités,"
                + " Analyse et sélection des projets, Suivi des projets, Conception d'un projet.");
  }

  @Test
  void begunWithEnoughStages() {
    Cible4 cible4 =
        cible4(
            Verdict.CONFORME,
            participation(
                REGIONAL_PLAN,
                implication(Palier.REGIONAL, Etape.PORTRAIT, Forme.COMITE_AVEC),
                implication(Palier.REGIONAL, Etape.PRIORITES, Forme.COMITE_AVEC),
                implication(Palier.REGIONAL, Etape.SUIVI, Forme.COMITE_ANALYSE)));
    assertThat(cible4.motifs()).last().asString().contains("palier local");
  }

  @Test
  void atteinte() {
    Cible4 cible4 =
        cible4(
            Verdict.CONFORME,
            participation(
                REGIONAL_PLAN,
                implication(Palier.LOCAL, Etape.PORTRAIT, Forme.COMITE_AVEC),
                implication(Palier.LOCAL, Etape.PRIORITES, Forme.COMITE_AVEC),
                implication(Palier.LOCAL, Etape.SUIVI, Forme.COMITE_ANALYSE)));
    assertThat(cible4.niveau()).isEqualTo("ATTEINTE");
    assertThat(cible4.classe()).isEqualTo("MECANISMES");
    assertThat(cible4.motifs()).hasSize(3).noneMatch(motif -> motif.contains("manque"));
  }

  @Test
  void withoutDirectParticipation() {
    Cible4 cible4 =
        cible4(
            Verdict.CONFORME,
            participation(implication(Palier.LOCAL, Etape.PLAN, Forme.CONSULTATION)));
    assertThat(cible4.niveau()).isEqualTo("CONSULTATION");
    assertThat(cible4.motifs()).hasSize(3).last().asString().contains("il en faut");
  }

  private static Cible4 cible4(Verdict verdict, Participation.Synthese participation) {
    return new Cible4(
        Fabrique.jugement("x.xlsx", verdict, participation, List.of()), Fabrique.textes());
  }
}
