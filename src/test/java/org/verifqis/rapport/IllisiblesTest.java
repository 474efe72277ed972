package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;

/** What the name of a file that can't be read tells, and what it does not. */
class IllisiblesTest {
  private static final List<Entente> ENTENTES =
      List.copyOf(LecteurGabarit.charge().ententes().values());

  private static boolean est(String fichier, String entente, int annee) {
    PartieAudit audit =
        new PartieAudit(
            LocalDate.of(2022, 9, 1),
            ENTENTES,
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(fichier));
    Entente sienne =
        ENTENTES.stream().filter(e -> e.code().equals(entente)).findFirst().orElseThrow();
    return !new Illisibles(audit, Fabrique.textes()).de(sienne, new Exercice(annee)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ALL-14_2020-2021.xls, ALL-14, 2020",
    "all14 2020-21 v2.xlsx, ALL-14, 2020",
    "Reddition ALL-11G 20202021.xlsx, ALL-11G, 2020",
    "cote-nord/reddition 2019_2020.xls, ALL-09, 2019",
    "2017-2024/2021-2022/Îles de la Madeleine.xlsx, ALL-11I, 2021",
    "2020-2021/ALL-14 2021-2022.xlsx, ALL-14, 2021",
    "Laval 2019-2020 reçue le 2020-06-30.xls, ALL-13, 2019"
  })
  void theNameTellsOrElseItsFolders(String fichier, String entente, int annee) {
    assertThat(est(fichier, entente, annee)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ALL-14 2020.xls, ALL-14, 2020",
    "ALL-14 2020-2022.xls, ALL-14, 2020",
    "ALL-14 2019-2020 2020-2021.xls, ALL-14, 2020",
    "ALL-14 ALL-13 2020-2021.xls, ALL-14, 2020",
    "ALL-14 2011-12-05.xls, ALL-14, 2011",
    "ALL-11 2020-2021.xls, ALL-11G, 2020",
    "lavaltrie 2020-2021.xls, ALL-13, 2020",
    "brise.xlsx, ALL-14, 2020"
  })
  void aNameThatMayMeanSeveralThingsTellsNothing(String fichier, String entente, int annee) {
    assertThat(est(fichier, entente, annee)).isFalse();
  }
}
