package org.verifqis.classeur.correspondance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verifqis.classeur.correspondance.Classeur.r;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Projet;
import org.verifqis.modele.Reddition;

/** Rows that say what those below have in common. */
class SectionsTest {
  private static List<Projet> projets(Reddition read) {
    return read.fiches().get(Onglet.PROJETS).stream().map(Projet.class::cast).toList();
  }

  @Test
  void aSectionRowTellsAllThatItsPatternsFind() {
    List<Projet> read =
        projets(
            new Classeur()
                .feuille(
                    "Suivi",
                    r("No", "Titre"),
                    r("VOLET LOCAL : Papineau"),
                    r("1", "Jardin"),
                    r("VOLET RÉGIONAL : Outaouais"),
                    r("2", "Cuisine"))
                .lis(
                    "blocs:",
                    "- vers: Projets",
                    "  feuille: Suivi",
                    "  entete: {contient: [No, Titre]}",
                    "  sections:",
                    "  - {motif: '^VOLET (RÉGIONAL|LOCAL) : ', nom: volet}",
                    "  - {motif: '^VOLET \\S+ : (.+)$', nom: lieu}",
                    "  - {motif: '^VOLET (.+)$', nom: lieu}",
                    "  colonnes:",
                    "    numero: No",
                    "    titre: Titre",
                    "    portee: {section: volet, valeurs: {LOCAL: LOCALE, RÉGIONAL: REGIONALE}}",
                    "    territoires: {section: lieu}"));
    assertThat(read)
        .extracting(p -> p.portee().contenu())
        .containsExactly(Portee.LOCALE, Portee.REGIONALE);
    assertThat(read)
        .extracting(p -> p.territoires().contenu())
        .containsExactly(List.of("Papineau"), List.of("Outaouais"));
  }
}
