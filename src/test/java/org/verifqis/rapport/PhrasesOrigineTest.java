package org.verifqis.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Origine;
import org.verifqis.modele.Origine.Declaration;
import org.verifqis.modele.Origine.Lieu;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Registre;
import org.verifqis.regles.Regle;

/** Every sentence of every rule, said of a workbook that has none of the template's sheets. */
class PhrasesOrigineTest {
  private static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Registre REGISTRE = Registre.charge();

  /** A sheet that a sentence sends to; of the template's, only where it says that it is one. */
  private static final Pattern ENVOI =
      Pattern.compile(
          "[Ll]a feuille «\u00a0([^»]+)\u00a0»(?! du gabarit)|(?<!template’s )[Ss]heet “([^”]+)”");

  private static Origine origine(Function<FeuilleVoulue, List<String>> leurs, boolean declare) {
    List<Lieu> lieux = new ArrayList<>();
    List<Declaration> declarations = new ArrayList<>();
    for (FeuilleVoulue feuille : GABARIT.feuilles()) {
      Map<String, String> entetes = new LinkedHashMap<>();
      for (Champ champ : feuille.champs()) {
        entetes.put(champ.libelle(), "leur " + champ.cle());
        if (declare) {
          declarations.add(new Declaration(feuille.nom(), champ.libelle(), "x"));
        }
      }
      if (!leurs.apply(feuille).isEmpty()) {
        lieux.add(new Lieu(feuille.nom(), leurs.apply(feuille), entetes));
      }
    }
    return new Origine("essai", "p.yaml", declarations, lieux);
  }

  /** Workbooks of one sheet for each of ours, of several, of declarations only, of nothing. */
  private static List<Origine> origines() {
    return List.of(
        origine(f -> List.of("Onglet " + f.cle()), false),
        origine(f -> List.of("MRC A", "MRC B", "MRC C", "MRC D", "MRC E", "MRC F"), false),
        origine(f -> List.of(), true),
        origine(f -> List.of(), false));
  }

  private static Set<String> variantes(Regle regle) throws IOException {
    JsonNode textes =
        new YAMLMapper().readTree(Path.of("rules", "textes.fr.yaml").toFile()).get("regles");
    Set<String> variantes = new TreeSet<>(Set.of(""));
    for (String phrase : List.of("message", "correction")) {
      textes.get(regle.id()).get(phrase).fieldNames().forEachRemaining(variantes::add);
    }
    return variantes;
  }

  private static Constat constat(Regle regle, String variante, Feuille feuille) {
    return new Constat(
        regle, variante, List.of(Emplacement.feuille(feuille)), Map.of("feuille", feuille.nom()));
  }

  private static String dit(Textes textes, Constat constat) {
    String dit;
    try {
      dit = textes.message(constat) + "\n" + textes.correction(constat);
    } catch (IllegalArgumentException e) {
      // A variant that only one of the two has, and nothing plain.
      return "";
    }
    return dit;
  }

  @ParameterizedTest
  @EnumSource(Langue.class)
  void nobodyIsSentToASheetThatIsNotThere(Langue langue) throws IOException {
    Set<String> notres =
        new TreeSet<>(GABARIT.feuilles().stream().map(FeuilleVoulue::nom).toList());
    Textes textes = Textes.charge(langue, GABARIT);
    int mentions = 0;
    for (Regle regle : REGISTRE.regles()) {
      for (String variante : variantes(regle)) {
        Feuille feuille = new Feuille("Projets", "Suivi", 1, Feuille.Etat.LUE);
        Constat constat = constat(regle, variante, feuille);
        mentions += ENVOI.matcher(dit(textes, constat)).results().count();
        for (Origine origine : origines()) {
          assertThat(
                  ENVOI
                      .matcher(dit(textes.sous(origine), constat))
                      .results()
                      .map(m -> m.group(1) == null ? m.group(2) : m.group(1)))
              .as(regle.id() + " " + variante)
              .doesNotContainAnyElementsOf(notres);
        }
      }
    }
    // Of the template the sentences stay as they are.
    assertThat(mentions).isGreaterThan(150);
    for (Niveau niveau : Niveau.values()) {
      assertThat(textes.sous(origines().get(0)).explicationNiveau(niveau.name()))
          .doesNotContain("« Cible 4 »", "“Cible 4”");
    }
  }

  private static String correction(Origine origine, String regle, Emplacement... lieux) {
    return Textes.charge(Langue.FR, GABARIT)
        .sous(origine)
        .correction(new Constat(REGISTRE.regle(regle), "", List.of(lieux), Map.of()))
        .replace('\u00a0', ' ');
  }

  @Test
  void whatIsToBeDoneNamesTheirSheetAndTheirHeader() {
    Feuille suivi = new Feuille(Onglet.PROJETS.nom(), "MRC B", 1, Feuille.Etat.LUE);
    Emplacement cellule = Emplacement.cellule(suivi, 4, 5, null);
    Map<String, String> entetes = new LinkedHashMap<>();
    entetes.put("Date de début", "Début");
    entetes.put("Date de fin", "");
    Origine projets =
        new Origine(
            "essai",
            "p.yaml",
            List.of(),
            List.of(new Lieu("Projets", List.of("MRC A", "MRC B"), entetes)));
    assertThat(correction(projets, "PRO-03", cellule))
        .isEqualTo(
            "Corrigez « Date de début » ou « Date de fin » dans la feuille « MRC B ». Dans ce classeur,"
                + " « Date de début » se lit sous « Début ».");
    Origine declare =
        new Origine(
            "essai",
            "p.yaml",
            List.of(new Declaration("Projets", "Date de début", "2021-04-01")),
            List.of(new Lieu("Projets", List.of("MRC {A}"), Map.of("Titre du projet", "Titre"))));
    assertThat(correction(declare, "PRO-03"))
        .isEqualTo(
            "Corrigez « Date de début » ou « Date de fin » dans la correspondance. Dans ce classeur,"
                + " « Date de début » se lit dans la correspondance, « Date de fin » ne se lit nulle part.");
    Origine accolades =
        new Origine(
            "essai",
            "p.yaml",
            List.of(),
            List.of(new Lieu("Projets", List.of("MRC {A}"), Map.of("Date de début", "{numero}"))));
    assertThat(correction(accolades, "PRO-03"))
        .contains("dans la feuille « MRC {A} »", "sous « {numero} »");
  }
}
