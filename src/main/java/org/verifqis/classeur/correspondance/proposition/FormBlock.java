package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.proposition.Assignment.Fit;
import org.verifqis.classeur.correspondance.proposition.FoundForm.Field;
import org.verifqis.classeur.correspondance.proposition.FoundForm.Sum;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;
import org.verifqis.modele.proposition.Proposition.Bloc;
import org.verifqis.modele.proposition.Proposition.Intitule;
import org.verifqis.modele.proposition.Proposition.Ligne;
import org.verifqis.modele.proposition.Proposition.Question;
import org.verifqis.modele.proposition.Proposition.Rival;

/** The block that reads a form, a form for each record, or records side by side. */
final class FormBlock {
  private static final int HEADER = 2;

  private final FoundForm form;
  private final FeuilleVoulue wanted;
  private final Lexique lexique;
  private final Scoring scoring;
  private final Lines lines;

  FormBlock(FoundForm form, FeuilleVoulue wanted, Lexique lexique, Scoring scoring, Lines lines) {
    this.form = form;
    this.wanted = wanted;
    this.lexique = lexique;
    this.scoring = scoring;
    this.lines = lines;
  }

  private boolean turned() {
    return form.onglet().estTableau() && form.values() > 1 && form.repeated() == null;
  }

  /**
   * The block.
   *
   * @param sheets all those that hold such a form
   * @param others the labels of those that are not its own
   */
  Bloc block(List<String> sheets, Map<SheetCells, List<Column>> others) {
    Map<String, Object> frame = new LinkedHashMap<>();
    boolean table = form.onglet().estTableau();
    frame.put("feuille", sheets.size() == 1 ? lines.yearly(sheets.get(0)) : sheets);
    frame.put("genre", turned() ? "transpose" : table ? "fiche" : "formulaire");
    if (turned()) {
      Map<String, Object> header = new LinkedHashMap<>();
      header.put(
          "contient",
          form.fields().values().stream().limit(HEADER).map(f -> text(f.label())).toList());
      frame.put("entete", header);
      frame.put("sauter", "(?i)^total");
    } else if (table && form.repeated() != null) {
      frame.put("ancre", form.repeated());
    }
    frame.put("aConfirmer", true);
    List<Ligne> all =
        lines().stream().map(l -> Lines.everywhere(l, form.labels(), others)).toList();
    return new Bloc(form.onglet(), sheets, frame, all, 0);
  }

  private String text(Column label) {
    return lines.yearly(label.header());
  }

  private List<Ligne> lines() {
    List<Ligne> made = new ArrayList<>();
    for (Champ champ : wanted.champs()) {
      Field field = form.fields().get(champ);
      Sum sum = form.sums().get(champ);
      if (field != null) {
        made.add(line(champ, field));
      } else if (sum != null) {
        made.add(line(champ, sum));
      }
    }
    return turned() ? withRemaining(made) : made;
  }

  /** Records side by side tell by their values what their labels do not. */
  private List<Ligne> withRemaining(List<Ligne> made) {
    Map<Champ, Ligne> all = new LinkedHashMap<>();
    made.forEach(line -> all.put(line.champ(), line));
    new Remaining(wanted, form.sheet(), form.labels(), lexique, scoring, lines)
        .apply(all, questions());
    return wanted.champs().stream().filter(all::containsKey).map(all::get).toList();
  }

  private Ligne line(Champ champ, Field field) {
    Map<String, Object> source = new LinkedHashMap<>();
    if (turned()) {
      source.put("entete", text(field.label()));
    } else {
      source.putAll(label(field.label()));
      if (!field.where().isEmpty()) {
        source.put("ou", field.where());
      }
    }
    lines.treat(champ, form.sheet(), field.label(), source);
    List<Intitule> titles = List.of(Lines.title(form.sheet(), field.label()));
    return lines.line(
        form.onglet(), champ, source, titles, new Fit(field.label(), field.score()), List.of());
  }

  private Map<String, Object> label(Column label) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("etiquette", text(label));
    if (form.column() != null) {
      source.put("colonne", lines.yearly(form.column().text()));
    }
    return source;
  }

  private Ligne line(Champ champ, Sum sum) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("somme", sum.parts().stream().map(this::label).toList());
    lines.treat(champ, form.sheet(), sum.parts().get(0), source);
    List<Intitule> titles = sum.parts().stream().map(p -> Lines.title(form.sheet(), p)).toList();
    return Lines.made(
        champ,
        source,
        titles,
        sum.score().score(),
        sum.heading() == null
            ? sum.score().evidence()
            : List.of(Preuve.de(Nature.RUBRIQUE, sum.heading().header())));
  }

  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    form.questions()
        .forEach(
            (champ, fields) ->
                questions.add(
                    new Question(
                        form.onglet(),
                        champ,
                        fields.stream()
                            .map(
                                f ->
                                    new Rival(
                                        Lines.title(form.sheet(), f.label()), f.score().score()))
                            .toList())));
    return questions;
  }
}
