package org.verifqis.rapport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.verifqis.donnees.Donnees;
import org.verifqis.modele.Avis;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Code;
import org.verifqis.modele.Entente;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Niveau;
import org.verifqis.modele.Origine;
import org.verifqis.modele.Part;
import org.verifqis.modele.Refus;
import org.verifqis.modele.Region;
import org.verifqis.modele.TypeValeur;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Gravite;
import org.verifqis.regles.Regle;
import org.verifqis.regles.StatutRegle;
import org.verifqis.regles.Verdict;

/**
 * What the rules say, in one language ({@code rules/textes.fr.yaml}, {@code rules/textes.en.yaml}).
 */
public final class Textes {
  private static final String CORRECTION = "correction";

  /** How a variant ends that is told of a workbook of another layout only. */
  private static final String AILLEURS = "Correspondance";

  private final Langue langue;
  private final Gabarit gabarit;
  private final JsonNode racine;
  private final Format format;
  private final Mots mots;

  /** How sentences are said of a workbook of another layout; null for the template. */
  private final PhrasesOrigine ailleurs;

  private Textes(Langue langue, Gabarit gabarit, JsonNode racine) {
    this.langue = langue;
    this.gabarit = gabarit;
    this.racine = lie(racine);
    this.format = new Format(langue);
    this.mots = new Mots(langue, format);
    this.ailleurs = null;
  }

  private Textes(Textes textes, Origine origine) {
    this.langue = textes.langue;
    this.gabarit = textes.gabarit;
    this.racine = textes.racine;
    this.format = textes.format;
    this.mots = textes.mots;
    this.ailleurs = new PhrasesOrigine(mots, gabarit, origine);
  }

  /** The same, said of a workbook that was read so; null is the template itself. */
  Textes sous(Origine origine) {
    return origine == null ? this : new Textes(this, origine);
  }

  /** The texts that travel with the program; the template gives the labels of codes. */
  public static Textes charge(Langue langue, Gabarit gabarit) {
    return new Textes(langue, gabarit, Donnees.lis("textes." + langue.code()));
  }

  /**
   * The texts of a folder of rules, {@code textes.fr.yaml} or {@code textes.en.yaml}; those that
   * travel with the program where it has none.
   *
   * @throws IOException if they can't be read
   */
  public static Textes charge(Langue langue, Gabarit gabarit, Path dossier) throws IOException {
    Path fichier = dossier.resolve("textes." + langue.code() + ".yaml");
    return Files.exists(fichier)
        ? new Textes(langue, gabarit, new YAMLMapper().readTree(Files.readString(fichier)))
        : charge(langue, gabarit);
  }

  static Textes lis(String ressource, Langue langue, Gabarit gabarit) {
    try (InputStream flux = Textes.class.getResourceAsStream(ressource)) {
      return new Textes(langue, gabarit, new YAMLMapper().readTree(flux));
    } catch (IOException e) {
      throw new UncheckedIOException(ressource + " can't be read", e);
    }
  }

  /** The language. */
  public Langue langue() {
    return langue;
  }

  /** How values are written in this language. */
  public Format format() {
    return format;
  }

  /** The other words of reports in this language. */
  public Mots mots() {
    return mots;
  }

  /** Why a file was refused, and what to do, in a sentence. */
  public String cause(Refus refus) {
    return new PhrasesRefus(mots).cause(refus);
  }

  /** Whether it has texts for a rule, which another folder of rules may not. */
  boolean connait(Regle regle) {
    return racine.path("regles").has(regle.id());
  }

  /** The short title of a rule. */
  public String titre(Regle regle) {
    return regle(regle).required("titre").asText();
  }

  /** What the norm asks, in a sentence. */
  public String norme(Regle regle) {
    return regle(regle).required("norme").asText();
  }

  /** When the rule is broken, in a sentence. */
  public String condition(Regle regle) {
    return regle(regle).required("condition").asText();
  }

  /** What was found, in a sentence. */
  public String message(Constat constat) {
    Set<Object> dits = new LinkedHashSet<>();
    String message = phrase(constat, "message", dits);
    String sosie = new PhrasesSosie(mots).de(dits);
    return sosie == null ? message : message + " " + sosie;
  }

  /** What reading showed that breaks no rule, in a sentence. */
  public String message(Avis avis) {
    return phrase(avis, "message");
  }

  /** What to do about it, in a sentence. */
  public String conseil(Avis avis) {
    return phrase(avis, "conseil");
  }

  private String phrase(Avis avis, String cle) {
    String texte = racine.required("avis").required(avis.nature().name()).required(cle).asText();
    return Phrase.remplie(texte, nom -> fait(avis.faits().get(nom)));
  }

  /** What to do about it, in a sentence. */
  public String correction(Constat constat) {
    return phrase(constat, CORRECTION, new LinkedHashSet<>());
  }

  /** The full name of the document that holds a rule's norm. */
  public String document(Regle regle) {
    return mot("documents", regle.document());
  }

  /**
   * Where a rule's norm stands: the document and the section, and whether its renewal for the
   * edition has not been verified.
   */
  public String reference(Regle regle) {
    String document = document(regle);
    String reference =
        regle.section() == null ? document : document + ", " + Phrase.liee(langue, regle.section());
    return regle.reconductionVerifiee() ? reference : mots.mot("norme.reconduction", reference);
  }

  /** How sure we are of a rule's norm. */
  public String surete(Regle regle) {
    return mot("suretes", regle.surete());
  }

  /** The name of a family of rules. */
  public String famille(String famille) {
    return mot("familles", famille);
  }

  /** The name of a severity. */
  public String gravite(Gravite gravite) {
    return mot("gravites", gravite.name());
  }

  /** The name of a status. */
  public String statut(StatutRegle statut) {
    return mot("statuts", statut.name());
  }

  /** The name of a verdict. */
  public String verdict(Verdict verdict) {
    return vocabulaire("verdicts", verdict.name()).required("libelle").asText();
  }

  /** What a verdict means, in a sentence. */
  public String explication(Verdict verdict) {
    return vocabulaire("verdicts", verdict.name()).required("explication").asText();
  }

  /** The name of a level of cible 4, by its code; {@code INDETERMINE} too. */
  public String niveau(String code) {
    return vocabulaire("niveaux", code).required("libelle").asText();
  }

  /** What a level of cible 4 means, in a sentence. */
  public String explicationNiveau(String code) {
    String texte = vocabulaire("niveaux", code).required("explication").asText();
    return ailleurs == null ? texte : Phrase.remplie(ailleurs.dite(texte), nom -> nom);
  }

  /** What the evaluation report calls a level of cible 4. */
  public String classe(Niveau.Classe classe) {
    return mot("classes", classe.name());
  }

  /** The label of a code of the template. */
  public String libelle(Code code) {
    return gabarit.libelle(code);
  }

  /** The label of a field of the template, by its key; null if it has none of that key. */
  String libelleDuChamp(String cle) {
    return gabarit.feuilles().stream()
        .flatMap(feuille -> feuille.champs().stream())
        .filter(champ -> champ.cle().equals(cle))
        .map(Champ::libelle)
        .findFirst()
        .orElse(null);
  }

  /** A fact of a finding, as its message tells it. */
  String fait(Object fait) {
    if (fait == null) {
      return mots.mot("fait.vide");
    }
    if (fait instanceof Montant montant) {
      return format.montant(montant);
    }
    if (fait instanceof LocalDate date) {
      return format.date(date);
    }
    if (fait instanceof Part part) {
      return format.part(part);
    }
    if (fait instanceof Number nombre) {
      return format.nombre(nombre);
    }
    if (fait instanceof Boolean oui) {
      return mots.mot(oui ? "fait.oui" : "fait.non");
    }
    if (fait instanceof Code code) {
      return libelle(code);
    }
    if (fait instanceof Entente entente) {
      return mots.mot("entente", entente.nom(), entente.code());
    }
    if (fait instanceof Region region) {
      return mots.mot("entente", region.nom(), region.code());
    }
    if (fait instanceof Exercice exercice) {
      return exercice.nom();
    }
    if (fait instanceof Niveau niveau) {
      return niveau(niveau.name());
    }
    if (fait instanceof TypeValeur type) {
      return mot("types", type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    if (fait instanceof Collection<?> plusieurs) {
      return enumeration(plusieurs.stream().map(this::fait).toList());
    }
    return fait.toString();
  }

  /** Several texts in a row, kept apart from commas in them. */
  String enumeration(List<String> dits) {
    boolean virgules = dits.stream().anyMatch(un -> un.contains(","));
    return String.join(
        virgules ? Phrase.liee(langue, langue == Langue.FR ? " ; " : "; ") : ", ", dits);
  }

  /** The facts that it tells are added to those that were. */
  private String phrase(Constat constat, String cle, Set<Object> dits) {
    JsonNode variantes = regle(constat.regle()).required(cle);
    return Phrase.remplie(
        texte(variantes, constat, cle),
        nom -> {
          Object fait = constat.faits().get(nom);
          if (fait != null) {
            dits.add(fait);
          }
          return fait(fait);
        });
  }

  /** The text that tells a variant. */
  private String texte(JsonNode variantes, Constat constat, String cle) {
    if (ailleurs != null && variantes.has(constat.variante() + AILLEURS)) {
      return variantes.get(constat.variante() + AILLEURS).asText();
    }
    JsonNode variante = variantes.isTextual() ? variantes : variantes.path(constat.variante());
    String texte = (variante.isMissingNode() ? variantes.required("") : variante).asText();
    if (ailleurs == null) {
      return texte;
    }
    return cle.equals(CORRECTION)
        ? ailleurs.aFaire(texte, constat.emplacements(), constat.faits().get("champ"))
        : ailleurs.dite(texte);
  }

  private JsonNode regle(Regle regle) {
    return racine.required("regles").required(regle.id());
  }

  private String mot(String liste, String code) {
    return vocabulaire(liste, code).asText();
  }

  private JsonNode vocabulaire(String liste, String code) {
    return racine.required("vocabulaire").required(liste).required(code);
  }

  private JsonNode lie(JsonNode noeud) {
    if (noeud.isTextual()) {
      return TextNode.valueOf(Phrase.liee(langue, noeud.textValue()));
    }
    if (noeud instanceof ObjectNode objet) {
      objet.properties().forEach(entree -> entree.setValue(lie(entree.getValue())));
    }
    return noeud;
  }
}
