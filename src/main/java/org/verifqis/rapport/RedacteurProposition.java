package org.verifqis.rapport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.proposition.Proposition;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Ligne;

/** Writes how a workbook may be read: as the profile to be confirmed, and for people. */
public final class RedacteurProposition {
  private static final int PLUS_ECARTES = 60;

  private final PhrasesProposition phrases;
  private final Mots mots;
  private final Gabarit gabarit;

  /** In the language of the texts; the template gives the labels of codes. */
  public RedacteurProposition(Textes textes, Gabarit gabarit) {
    this.phrases = new PhrasesProposition(textes, gabarit);
    this.mots = textes.mots();
    this.gabarit = gabarit;
  }

  /** Writes the profile; what has to be looked at first stands above it. */
  public void yaml(Proposition proposition, OutputStream sortie) throws IOException {
    Writer ecrit = Sortie.utf8(sortie);
    ecrit.write(yaml(proposition));
    ecrit.flush();
  }

  private String yaml(Proposition proposition) throws IOException {
    return enTete(proposition)
        + yaml().writeValueAsString(proposition.profil(phrases::preuveSimple));
  }

  private String enTete(Proposition proposition) {
    StringBuilder texte = new StringBuilder();
    commente(texte, mots.mot("proposition.yaml.titre", Inoffensif.ligne(proposition.classeur())));
    commente(texte, mots.mot("proposition.yaml.comment"));
    if (!proposition.obligatoires().isEmpty()) {
      commente(texte, mots.mot("proposition.manques"));
      phrases
          .obligatoires(proposition)
          .entrySet()
          .forEach(m -> commente(texte, "  " + phrases.manque(m)));
    }
    if (!proposition.questions().isEmpty()) {
      commente(texte, mots.mot("proposition.questions"));
      proposition.questions().forEach(q -> commente(texte, "  " + phrases.question(q)));
    }
    List<String> sansCode = sansCode(proposition).toList();
    if (!sansCode.isEmpty()) {
      commente(texte, mots.mot("proposition.sansCode"));
      sansCode.forEach(m -> commente(texte, "  " + m));
    }
    return texte.toString();
  }

  private static void commente(StringBuilder texte, String ligne) {
    texte.append("# ").append(Inoffensif.ligne(ligne)).append('\n');
  }

  private Stream<String> sansCode(Proposition proposition) {
    return proposition.blocs().stream()
        .flatMap(
            b ->
                b.lignes().stream()
                    .flatMap(
                        l ->
                            l.mots().stream()
                                .filter(m -> m.code() == null)
                                .map(
                                    m ->
                                        b.onglet().nom()
                                            + ", "
                                            + l.champ().libelle()
                                            + " : "
                                            + phrases.mot(l.champ(), m))));
  }

  private static ObjectMapper yaml() {
    return new ObjectMapper(
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());
  }

  /** Writes it for a terminal: what is missing first. */
  public void console(Proposition proposition, Charset jeu, OutputStream sortie)
      throws IOException {
    PrintWriter console = new PrintWriter(new OutputStreamWriter(sortie, jeu));
    titre(console, mots.mot("proposition.titre", proposition.classeur()));
    if (proposition.exercice() != null) {
      ligne(console, mots.mot("proposition.exercice", proposition.exercice()));
    }
    liste(
        console,
        "proposition.manques",
        phrases.obligatoires(proposition).entrySet().stream().map(phrases::manque).toList());
    liste(
        console,
        "proposition.questions",
        proposition.questions().stream().map(phrases::question).toList());
    liste(
        console,
        "proposition.constantes",
        proposition.constantes().stream().map(phrases::constante).toList());
    proposition.blocs().forEach(b -> bloc(console, b));
    liste(
        console,
        "proposition.ecartes",
        proposition.ecarts().stream().limit(PLUS_ECARTES).map(phrases::ecart).toList());
    liste(
        console,
        "proposition.controles",
        proposition.controles().stream().map(phrases::controle).toList());
    if (proposition.blocs().isEmpty()) {
      ligne(console, "");
      ligne(console, mots.mot("proposition.rien"));
    }
    if (console.checkError()) {
      throw new IOException("the terminal can't be written to");
    }
  }

  /** Writes it as one HTML page, on which choices rewrite the profile where there is a script. */
  public void html(Proposition proposition, OutputStream sortie) throws IOException {
    String script = PagesHtml.ressource("proposition.js");
    Map<String, Object> valeurs =
        Map.of(
            "page",
            new PageProposition(proposition, phrases, mots, gabarit, yaml(), enTete(proposition)),
            "style",
            PagesHtml.style(),
            "script",
            script,
            "empreinte",
            Base64.getEncoder().encodeToString(DigestUtils.sha256(script)));
    PagesHtml.ecris(new PagesHtml().rendu("proposition.jte", valeurs), sortie);
  }

  private static void ligne(PrintWriter console, String texte) {
    console.print(Inoffensif.ligne(texte) + "\n");
  }

  private static void titre(PrintWriter console, String texte) {
    ligne(console, texte);
  }

  private void liste(PrintWriter console, String titre, List<String> lignes) {
    if (!lignes.isEmpty()) {
      ligne(console, "");
      titre(console, mots.mot(titre));
      lignes.forEach(l -> ligne(console, "  " + l));
    }
  }

  private void bloc(PrintWriter console, Bloc bloc) {
    ligne(console, "");
    titre(console, phrases.bloc(bloc));
    for (Ligne une : bloc.lignes()) {
      String cle = une.aConfirmer() ? "proposition.ligne.doute" : "proposition.ligne";
      ligne(
          console,
          "  "
              + mots.mot(
                  cle,
                  une.champ().libelle(),
                  phrases.intitules(une),
                  phrases.confiance(une.confiance())));
      ligne(console, "      " + phrases.preuves(une));
      if (!une.exemples().isEmpty()) {
        ligne(console, "      " + mots.mot("proposition.exemples", phrases.exemples(une)));
      }
      une.rivaux()
          .forEach(r -> ligne(console, "      " + mots.mot("proposition.aussi", phrases.rival(r))));
      une.mots().forEach(m -> ligne(console, "      " + phrases.mot(une.champ(), m)));
    }
  }
}
