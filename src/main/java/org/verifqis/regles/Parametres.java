package org.verifqis.regles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.verifqis.modele.Identification;
import org.verifqis.modele.Valeur;

/** The dated figures and dates that the rules take ({@code rules/parametres.yaml}). */
public final class Parametres {
  /**
   * A value and the time in which it holds.
   *
   * @param edition the edition for which it holds; null for any
   * @param depuis the day from which it holds; null for always
   * @param textes the value; empty where the figure is not known
   * @param surete how sure we are of it; null where not told
   * @param source where it comes from; null where not told
   */
  public record ValeurDatee(
      String edition, LocalDate depuis, List<String> textes, String surete, String source) {
    private boolean memePeriode(ValeurDatee autre) {
      return Objects.equals(edition, autre.edition) && Objects.equals(depuis, autre.depuis);
    }
  }

  /** A parameter file that can't be used; its message is for its author. */
  public static final class ParametresInvalides extends RuntimeException {
    ParametresInvalides(Path fichier, Exception cause) {
      super(fichier + " : " + cause.getMessage(), cause);
    }
  }

  /** What a parameter goes by. */
  private enum Selon {
    EDITION("edition", null),
    EXERCICE_FIN("exerciceFin", Identification::exerciceFin),
    DATE_DEPOT("dateDepot", Identification::dateDepot);

    private final String nom;
    private final Function<Identification, Valeur<LocalDate>> jour;

    Selon(String nom, Function<Identification, Valeur<LocalDate>> jour) {
      this.nom = nom;
      this.jour = jour;
    }

    private static Selon de(String nom) {
      return Arrays.stream(values()).filter(s -> s.nom.equals(nom)).findFirst().orElseThrow();
    }
  }

  private record Fiche(Selon selon, Parametre.Type type, List<ValeurDatee> valeurs) {}

  private final Map<String, Fiche> parCle;

  private Parametres(Map<String, Fiche> parCle) {
    this.parCle = parCle;
  }

  /** The parameters that travel with the program. */
  public static Parametres charge() {
    Map<String, Fiche> parCle = new LinkedHashMap<>();
    Donnees.lis("parametres.yaml")
        .properties()
        .forEach(
            parametre -> {
              Selon selon = Selon.de(parametre.getValue().required("selon").asText());
              Parametre.Type type =
                  Parametre.Type.de(parametre.getValue().required("type").asText());
              parCle.put(
                  parametre.getKey(), new Fiche(selon, type, valeurs(parametre.getValue(), type)));
            });
    return new Parametres(parCle);
  }

  /**
   * These parameters with those of a file laid over them: a value replaces the one of the same
   * edition or of the same day, and is added where there is none.
   *
   * @throws ParametresInvalides if the file can't be read, names a parameter that does not exist,
   *     or gives a value that is not of its type
   */
  public Parametres avec(Path fichier) {
    Map<String, Fiche> fusion = new LinkedHashMap<>(parCle);
    try {
      JsonNode racine = new YAMLMapper().readTree(Files.readString(fichier));
      racine
          .properties()
          .forEach(
              ajout ->
                  fusion.compute(ajout.getKey(), (cle, f) -> fusionne(cle, f, ajout.getValue())));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new ParametresInvalides(fichier, e);
    }
    return new Parametres(fusion);
  }

  private Fiche fusionne(String cle, Fiche fiche, JsonNode ajout) {
    if (fiche == null) {
      throw new IllegalArgumentException(
          "paramètre inconnu : " + cle + " (connus : " + String.join(", ", cles()) + ")");
    }
    return new Fiche(fiche.selon, fiche.type, superpose(fiche.valeurs, valeurs(ajout, fiche.type)));
  }

  private static List<ValeurDatee> superpose(
      List<ValeurDatee> anciennes, List<ValeurDatee> neuves) {
    List<ValeurDatee> toutes = new ArrayList<>(anciennes);
    toutes.removeIf(ancienne -> neuves.stream().anyMatch(ancienne::memePeriode));
    toutes.addAll(neuves);
    return toutes;
  }

  private static List<ValeurDatee> valeurs(JsonNode parametre, Parametre.Type type) {
    List<ValeurDatee> valeurs = new ArrayList<>();
    for (JsonNode valeur : parametre.required("valeurs")) {
      List<String> textes = Donnees.textes(valeur.get("valeur"));
      if (!textes.isEmpty()) {
        type.verifie(new Parametre(textes));
      }
      String depuis = Donnees.texte(valeur.get("depuis"));
      valeurs.add(
          new ValeurDatee(
              Donnees.texte(valeur.get("edition")),
              depuis == null ? null : LocalDate.parse(depuis),
              textes,
              Donnees.texte(valeur.get("surete")),
              Donnees.texte(valeur.get("source"))));
    }
    return valeurs;
  }

  /** The keys of all the parameters. */
  public Set<String> cles() {
    return parCle.keySet();
  }

  /** Every value of a parameter, as the file gives them. */
  public List<ValeurDatee> valeurs(String cle) {
    return List.copyOf(parCle.get(cle).valeurs);
  }

  /**
   * The value that holds for a reddition of an edition, on the day that the parameter goes by;
   * where that day is unknown, the range of all that may hold.
   *
   * @return empty where no figure is known
   */
  public Optional<Parametre> enVigueur(String cle, String edition, Identification identification) {
    Fiche fiche = parCle.get(cle);
    List<ValeurDatee> possibles = fiche.valeurs;
    if (possibles.stream().anyMatch(v -> edition.equals(v.edition()))) {
      possibles = possibles.stream().filter(v -> edition.equals(v.edition())).toList();
    } else {
      possibles = possibles.stream().filter(v -> v.edition() == null).toList();
    }
    if (possibles.stream().anyMatch(v -> v.depuis() != null)) {
      Valeur<LocalDate> jour = fiche.selon.jour.apply(identification);
      possibles = jour.estConnue() ? derniere(possibles, jour.contenu()) : possibles;
    }
    if (possibles.isEmpty() || possibles.stream().anyMatch(v -> v.textes().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        possibles.size() == 1 ? new Parametre(possibles.get(0).textes()) : etendue(possibles));
  }

  private static List<ValeurDatee> derniere(List<ValeurDatee> valeurs, LocalDate jour) {
    return valeurs.stream()
        .filter(v -> v.depuis() == null || !v.depuis().isAfter(jour))
        .max(
            Comparator.comparing(
                ValeurDatee::depuis, Comparator.nullsFirst(Comparator.naturalOrder())))
        .map(List::of)
        .orElse(List.of());
  }

  private static Parametre etendue(List<ValeurDatee> valeurs) {
    List<String> textes = valeurs.stream().flatMap(v -> v.textes().stream()).sorted().toList();
    return new Parametre(List.of(textes.get(0), textes.get(textes.size() - 1)));
  }
}
