package org.verifqis.rapport;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Origine;

/**
 * The words around the findings: headings, labels, counts ({@code messages_fr.properties} and its
 * English twin).
 */
public final class Mots {
  private final Langue langue;
  private final Format format;
  private final Properties mots = new Properties();
  private final Map<String, String> lies = new ConcurrentHashMap<>();

  Mots(Langue langue, Format format) {
    this(Mots.class, langue, format);
  }

  private Mots(Class<?> hote, Langue langue, Format format) {
    this.langue = langue;
    this.format = format;
    String nom = "messages_" + langue.code() + ".properties";
    try (InputStream flux = hote.getResourceAsStream(nom)) {
      mots.load(new InputStreamReader(flux, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(nom + " can't be read", e);
    }
  }

  /** The words of a language, where no texts of rules are needed. */
  public static Mots de(Langue langue) {
    return new Mots(langue, new Format(langue));
  }

  /** Whether a key has words. */
  boolean contient(String cle) {
    return mots.containsKey(cle);
  }

  /** How values are written in this language. */
  public Format format() {
    return format;
  }

  /** The words of another room, in its own message files. */
  public static Mots de(Class<?> hote, Langue langue) {
    return new Mots(hote, langue, new Format(langue));
  }

  /** The language of the words. */
  public Langue langue() {
    return langue;
  }

  /**
   * The words of a key, {@code {0}}, {@code {1}} … being replaced.
   *
   * @throws IllegalArgumentException if the key has none
   */
  public String mot(String cle, Object... valeurs) {
    String texte = mots.getProperty(cle);
    if (texte == null) {
      throw new IllegalArgumentException("no word " + cle + " in " + langue);
    }
    return Phrase.remplie(
        lies.computeIfAbsent(texte, t -> Phrase.liee(langue, t)),
        rang -> String.valueOf(valeurs[Integer.parseInt(rang)]));
  }

  /** What a sheet is called, and that it is missing, or no more than declared. */
  String feuille(Feuille feuille) {
    String nom = Inoffensif.ligne(feuille.nom());
    return switch (feuille.etat()) {
      case ABSENTE -> mot("feuille.absente", nom);
      case DECLAREE -> mot("feuille.declaree", nom);
      default -> nom;
    };
  }

  /** The cell of a place; that it is a whole sheet, or that what is declared stands in none. */
  String cellule(Emplacement lieu) {
    if (lieu.reference() != null) {
      return lieu.reference();
    }
    boolean declaree = lieu.feuille().etat() == Feuille.Etat.DECLAREE;
    return mot(declaree ? "html.feuille.declaree" : "html.feuille.entiere");
  }

  /** By what a workbook was read that is not the template; empty for the template. */
  List<String> origine(Origine origine) {
    if (origine == null) {
      return List.of();
    }
    List<String> lignes = new ArrayList<>();
    lignes.add(
        mot(
            "origine",
            Inoffensif.ligne(origine.correspondance()),
            Inoffensif.ligne(origine.fichier())));
    if (!origine.declarations().isEmpty()) {
      lignes.add(
          mot(
              "origine.declare",
              origine.declarations().stream()
                  .map(
                      d ->
                          mot(
                              "origine.declaration",
                              d.feuille(),
                              d.champ(),
                              Inoffensif.ligne(d.valeur())))
                  .collect(Collectors.joining(" ; "))));
    }
    return lignes;
  }

  /**
   * So many of something, in the singular or the plural: {@code 1 projet}, {@code 48 projets}; the
   * number is {@code {0}}, the other values follow it.
   */
  public String compte(String cle, long nombre, Object... autres) {
    List<Object> valeurs = new ArrayList<>(List.of(format.nombre(nombre)));
    valeurs.addAll(List.of(autres));
    return mot(cle + (langue.estSingulier(nombre) ? ".un" : ".plusieurs"), valeurs.toArray());
  }
}
