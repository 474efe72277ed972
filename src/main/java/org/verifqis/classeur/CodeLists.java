package org.verifqis.classeur;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.verifqis.modele.CategorieOrganisme;
import org.verifqis.modele.Etape;
import org.verifqis.modele.Forme;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.NiveauParticipation;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Portee;
import org.verifqis.modele.RoleInstance;
import org.verifqis.modele.Statut;
import org.verifqis.modele.Theme;
import org.verifqis.modele.TypeIntervention;
import org.verifqis.modele.TypeMandataire;
import org.verifqis.modele.TypeReddition;
import org.verifqis.modele.TypeVersement;
import org.verifqis.modele.VoletBilan;

/** The code lists of the gabarit, found by any of the forms in which a code may be written. */
final class CodeLists {
  private static final String REGIONS = "regions";
  private static final String ENTENTES = "ententes";

  /** A code is near when fewer than one letter in four has to change. */
  private static final int LETTERS_PER_MISTAKE = 4;

  private final Map<String, Map<String, String>> labels;
  private final Map<String, Map<String, String>> codesByForm = new HashMap<>();
  private final Map<String, Function<String, Object>> contents = new HashMap<>();

  CodeLists(Gabarit gabarit) {
    labels = gabarit.listes();
    gabarit
        .listes()
        .forEach(
            (list, labels) -> {
              Map<String, String> codes = new TreeMap<>();
              labels.forEach(
                  (code, label) -> {
                    codes.putIfAbsent(Normalisation.normalise(code), code);
                    codes.putIfAbsent(Normalisation.normalise(label), code);
                    if (list.equals(REGIONS)) {
                      String number = Integer.toString(Integer.parseInt(code));
                      codes.put(number, code);
                      codes.put("region " + code, code);
                      codes.put("region " + number, code);
                    }
                  });
              codesByForm.put(list, codes);
            });
    contents.put(REGIONS, gabarit.regions()::get);
    contents.put(ENTENTES, gabarit.ententes()::get);
    contents.put("typesMandataire", TypeMandataire::valueOf);
    contents.put("typesReddition", TypeReddition::valueOf);
    contents.put("typesVersement", TypeVersement::valueOf);
    contents.put("categoriesOrganisme", CategorieOrganisme::valueOf);
    contents.put("portees", Portee::valueOf);
    contents.put("typesIntervention", TypeIntervention::valueOf);
    contents.put("statuts", Statut::valueOf);
    contents.put("niveauxParticipation", NiveauParticipation::valueOf);
    contents.put("paliers", Palier::valueOf);
    contents.put("rolesInstance", RoleInstance::valueOf);
    contents.put("etapes", Etape::valueOf);
    contents.put("formes", Forme::valueOf);
    contents.put("themes", Theme::valueOf);
    contents.put("voletsBilan", VoletBilan::valueOf);
  }

  /** The content of a code written in any of its forms; null if it is in none of the list. */
  Object find(String list, String text) {
    String code = codesByForm.get(list).get(Normalisation.normalise(text));
    return code == null ? null : contents.get(list).apply(code);
  }

  /** The label of a code of the list. */
  String label(String list, String code) {
    return labels.get(list).get(code);
  }

  /** The code of the list whose form is nearest to the text; null if none is near. */
  String nearest(String list, String text) {
    String normalised = Normalisation.normalise(text);
    String nearest = null;
    int smallest = Integer.MAX_VALUE;
    for (Map.Entry<String, String> form : codesByForm.get(list).entrySet()) {
      int tolerated =
          Math.max(1, Math.min(form.getKey().length(), normalised.length()) / LETTERS_PER_MISTAKE);
      int distance = new LevenshteinDistance(tolerated).apply(normalised, form.getKey());
      if (distance >= 0 && distance < smallest) {
        smallest = distance;
        nearest = form.getValue();
      }
    }
    return nearest;
  }
}
