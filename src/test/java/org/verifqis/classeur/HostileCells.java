package org.verifqis.classeur;

import static org.verifqis.classeur.HostileCorpus.READ;
import static org.verifqis.classeur.HostileCorpus.column;
import static org.verifqis.classeur.HostileCorpus.project;
import static org.verifqis.classeur.HostileCorpus.projects;
import static org.verifqis.classeur.RawWorkbook.row;
import static org.verifqis.classeur.RawWorkbook.text;

import java.util.List;

/** Cells out of place, texts that mean to act where they are shown, formulas that call out. */
final class HostileCells {
  /** What would act on a terminal, on a page or in a spreadsheet that shows it. */
  static final List<String> TEXTS =
      List.of(
          "_x001B_[2J_x001B_]0;vole_x0007_",
          "_x009B_31m",
          "_x0000_ _x0008__x0008__x007F_",
          "_xD800_ _xDC00_ _xFFFE_ _xFFFF_",
          "&lt;script>alert(1)&lt;/script>&lt;img src=x onerror=alert(1)>",
          "\"' onmouseover=alert(1) x='\"",
          "=cmd|' /C calc'!A0",
          "+1+cmd|x",
          "-2+3",
          "@SUM(1)",
          "_x0009_=1+1",
          "_x000D__x000A_=1+1",
          "\uFF1D1+1",
          "a;\"=1+1\";b",
          "\u202Egnp.exe\u202C \u2066a\u2069 \u200E\u200F",
          "\u2028ligne\u2029paragraphe",
          "${jndi:ldap://127.0.0.1/a} #{7*7} {{7*7}} %s %n {0}",
          "../../etc/passwd");

  private static final String AMOUNT = column("coutTotal");

  private HostileCells() {}

  static void addTo(HostileCorpus corpus, String address) throws Exception {
    places(corpus);
    texts(corpus);
    callingOut(corpus, address);
    expensive(corpus);
  }

  private static void places(HostileCorpus corpus) throws Exception {
    String[][] wrong = {
      {"colonne", row(2, "<c r=\"XFE2\"><v>1</v></c>")},
      {"colonne-longue", row(2, "<c r=\"AAAAAAAAAAAAAAAAAAAA2\"><v>1</v></c>")},
      {"autre-ligne", row(2, "<c r=\"A7\"><v>1</v></c>")},
      {"sans-ligne", row(2, "<c r=\"A\"><v>1</v></c>")},
      {"sans-colonne", row(2, "<c r=\"2\"><v>1</v></c>")},
      {"vide", row(2, "<c r=\"\"><v>1</v></c>")},
      {"negative", "<row r=\"-2\">" + project(2) + "</row>"},
      {"zero", "<row r=\"0\">" + project(2) + "</row>"},
      {"trop-loin", "<row r=\"1048577\">" + project(2) + "</row>"},
      {"debordement", "<row r=\"4294967298\">" + project(2) + "</row>"},
      {"lettres", "<row r=\"deux\">" + project(2) + "</row>"},
      {"reculer", row(3, project(3)) + row(2, project(2))},
      {"repeter", row(2, project(2)) + row(2, project(2))},
      {"cellule-repetee", row(2, project(2), project(2))}
    };
    for (String[] each : wrong) {
      corpus.add("place-" + each[0] + ".xlsx", "CORROMPU", projects(each[1]));
    }
    corpus.add(
        "place-a-rebours.xlsx",
        READ + 1,
        projects(row(2, "<c r=\"ZZ2\"><v>1</v></c>", project(2), "<c r=\"B2\"><v>1</v></c>")));
    corpus.add(
        "place-derniere-cellule.xlsx",
        READ + 2,
        projects(row(2, project(2)) + row(1_048_576, project(1_048_576), "<c r=\"XFD1048576\"/>")));
    corpus.add("place-hors-ligne.xlsx", READ + 0, projects("<c r=\"A2\"><v>1</v></c>"));
    corpus.add(
        "place-ligne-dans-cellule.xlsx",
        "CORROMPU",
        projects(row(2, "<c r=\"A2\">" + row(2, project(2)) + "</c>")));
    corpus.add(
        "place-valeurs-multiples.xlsx",
        READ + 1,
        projects(row(2, project(2), "<c r=\"%s2\"><v>1</v><v>2</v></c>".formatted(AMOUNT))));
    String[] attributes = {
      "t=\"zut\"", "t=\"s\"", "s=\"-1\"", "s=\"99999999999\"", "s=\"2147483647\""
    };
    StringBuilder odd = new StringBuilder();
    for (int i = 0; i < attributes.length; i++) {
      odd.append(
          row(
              2 + i,
              project(2 + i),
              "<c r=\"%s%d\" %s><v>7</v></c>".formatted(AMOUNT, 2 + i, attributes[i])));
    }
    corpus.add("place-attributs.xlsx", READ + attributes.length, projects(odd.toString()));
    StringBuilder numbers = new StringBuilder();
    String[] strange = {
      "NaN", "Infinity", "1e308", "-1e308", "1e-320", "0x1p3", "1d", "9".repeat(400), "١٢"
    };
    for (int i = 0; i < strange.length; i++) {
      numbers.append(
          row(
              2 + i,
              project(2 + i),
              "<c r=\"%s%d\"><v>%s</v></c>".formatted(AMOUNT, 2 + i, strange[i])));
    }
    corpus.add("nombres.xlsx", READ + strange.length, projects(numbers.toString()));
  }

  private static void texts(HostileCorpus corpus) throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < TEXTS.size(); i++) {
      rows.append(
          row(
              2 + i,
              project(2 + i, " t=\"inlineStr\"><is><t>" + TEXTS.get(i) + "</t></is>"),
              text(column("statut") + (2 + i), TEXTS.get(i)),
              text(AMOUNT + (2 + i), TEXTS.get(i))));
    }
    corpus.add("textes.xlsx", READ + TEXTS.size(), projects(rows.toString()));
    corpus.add(
        "textes-noms-de-feuilles.xlsx",
        READ + 1,
        projects(row(2, project(2)))
            .sheet("&#x9b;31m\u202E&lt;script>alert(1)&lt;/script>", "")
            .sheet("=cmd|' /C calc'!A0", ""));
  }

  /** A workbook of one project whose amount is a formula without a result. */
  private static RawWorkbook formula(String formula, String... otherRows) {
    return projects(
        row(2, project(2), "<c r=\"%s2\"><f>%s</f></c>".formatted(AMOUNT, formula))
            + String.join("", otherRows));
  }

  private static void callingOut(HostileCorpus corpus, String address) throws Exception {
    String[] formulas = {
      "WEBSERVICE(\"%s\")",
      "_xlfn.WEBSERVICE(\"%s\")",
      "HYPERLINK(\"%s\")",
      "IMAGE(\"%s\")",
      "FILTERXML(WEBSERVICE(\"%s\"),\"//a\")",
      "RTD(\"x\",,\"%s\")",
      "cmd|' /C touch /tmp/evade'!A0",
      "DDE(\"cmd\",\"/C calc\",\"%s\")",
      "'[%s]Feuil1'!A1",
      "[1]Feuil1!A1",
      "'file:///etc/[passwd]x'!A1",
      "INDIRECT(\"'[%s]Feuil1'!A1\")",
      "INDIRECT(\"A1\")",
      "CALL(\"kernel32\",\"WinExec\",\"J\",\"calc\")",
      "EXEC(\"calc\")",
      "REGISTER.ID(\"a\",\"b\")",
      "NOM_INCONNU",
      "#REF!",
      "SUM(",
      "",
      "((((",
      "1;2",
      "{1,2;3}"
    };
    for (int i = 0; i < formulas.length; i++) {
      corpus.add(
          "formule-dehors-" + i + ".xlsx", READ + 1, formula(formulas[i].formatted(address)));
    }
    RawWorkbook names = formula("A_REF+B_BOUCLE+C_LOIN+D_FORMULE+E_DEHORS+SUM(F_GRAND)");
    String defined =
        "<definedNames><definedName name=\"A_REF\">#REF!</definedName>"
            + "<definedName name=\"B_BOUCLE\">B_BOUCLE+1</definedName>"
            + "<definedName name=\"C_LOIN\">Projets!$XFD$1048576</definedName>"
            + "<definedName name=\"D_FORMULE\">WEBSERVICE(\"%s\")</definedName>"
            + "<definedName name=\"E_DEHORS\">'[%s]A'!A1</definedName>"
            + "<definedName name=\"F_GRAND\">Projets!$A:$XFD</definedName>"
            + "<definedName name=\"Print_Area\" localSheetId=\"99\">#REF!</definedName>"
            + "<definedName/></definedNames></workbook>";
    String workbook =
        new String(names.parts().get("xl/workbook.xml"), java.nio.charset.StandardCharsets.UTF_8);
    corpus.add(
        "formule-noms.xlsx",
        READ + 1,
        names.part(
            "xl/workbook.xml",
            workbook.replace("</workbook>", defined.formatted(address, address))));
  }

  private static void expensive(HostileCorpus corpus) throws Exception {
    corpus.add("formule-toute-la-feuille.xlsx", READ + 1, formula("SUM(A3:XFD1048576)"));
    StringBuilder far = new StringBuilder();
    for (int i = 3; i < 2_003; i++) {
      far.append(
          row(
              i,
              project(i),
              "<c r=\"%s%d\"><f>SUM(A1:XFD1048575,A$1:XFD$1048576)</f></c>".formatted(AMOUNT, i)));
    }
    corpus.add(
        "formule-toute-la-feuille-partout.xlsx",
        READ + 2_002,
        formula("1", far.toString(), row(1_048_576, project(1_048_576))));
    corpus.add("formule-circulaire.xlsx", READ + 1, formula(AMOUNT + "2+1"));
    corpus.add(
        "formule-parentheses.xlsx", READ + 1, formula("(".repeat(4_000) + "1" + ")".repeat(4_000)));
    corpus.add("formule-longue.xlsx", READ + 1, formula("1" + "+1".repeat(100_000)));
    corpus.add("formule-signes.xlsx", READ + 1, formula("-".repeat(8_000) + "1"));
    chain(corpus, "double", "%1$s%2$d+%1$s%2$d", "1", "");
    chain(corpus, "texte", "%1$s%2$d&amp;%1$s%2$d", "\"aaaaaaaa\"", "|MEMOIRE");
    chain(corpus, "puissance", "%1$s%2$d^%1$s%2$d", "2", "");
    for (String each :
        List.of(
            "REPT(\"a\",999999999)",
            "REPT(REPT(\"a\",32767),32767)",
            "FACT(1E+300)",
            "COMBIN(1E+9,5E+8)",
            "SUMPRODUCT(ROW(1:1048576)*ROW(1:1048576))",
            "COUNTIF(A1:A9,\"*a*a*a*a*a*a*a*a*a*a*b\")",
            "SUBSTITUTE(REPT(\"a\",32767),\"a\",REPT(\"a\",32767))",
            "TEXT(1,\"" + "0".repeat(5_000) + "\")",
            "OFFSET(A1,0,0,1048576,16384)",
            "MMULT(A1:Z1000,A1:Z1000)",
            "BINOM.DIST(1E+9,1E+9,0.5,TRUE)",
            "DATE(1E+9,1E+9,1E+9)",
            "ROUND(1,-2147483648)+ROUND(1,2147483647)",
            "EDATE(1,1E+9)")) {
      corpus.add(
          "formule-cout-" + each.replaceAll("\\W.*", "") + each.length() + ".xlsx",
          READ + 1,
          formula(each.replace("\"", "&quot;")));
    }
  }

  private static void chain(
      HostileCorpus corpus, String name, String formula, String first, String orElse)
      throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 3; i < 43; i++) {
      rows.append(
          row(
              i,
              project(i),
              "<c r=\"%s%d\"><f>%s</f></c>"
                  .formatted(AMOUNT, i, formula.formatted(AMOUNT, i - 1))));
    }
    corpus.add(
        "formule-chaine-" + name + ".xlsx", READ + 41 + orElse, formula(first, rows.toString()));
  }
}
