package org.verifqis.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.verifqis.modele.Correction;
import org.verifqis.rapport.Habillage;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Saisie;
import org.verifqis.rapport.Saisies;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regle;
import org.verifqis.regles.remedes.Remedes.Remede;
import org.verifqis.service.Diagnostic;

/**
 * A report whose findings lead to the pages of their rules, and have a field for each cell where
 * they may be mended; each cell has one field, where it is first asked for.
 */
final class CorrectionFields implements Habillage {
  private final RuleLinks links;
  private final Diagnostic diagnostic;
  private final CorrectionForm form;
  private final Saisies fields;
  private final Set<String> shown = new HashSet<>();

  CorrectionFields(Langue language, Diagnostic diagnostic, CorrectionForm form, Saisies fields) {
    this.links = new RuleLinks(language);
    this.diagnostic = diagnostic;
    this.form = form;
    this.fields = fields;
  }

  @Override
  public String lien(Regle rule) {
    return links.lien(rule);
  }

  @Override
  public List<Saisie> saisies(Constat finding) {
    List<Saisie> here = new ArrayList<>();
    for (Remede remedy : diagnostic.remedes(finding)) {
      String name = CorrectionForm.name(remedy.valeur());
      boolean kept = !form.typed(name).isEmpty();
      boolean room = shown.size() + form.cells().size() < CorrectionForm.MOST_FIELDS;
      if ((kept || room) && shown.add(name)) {
        here.add(fields.de(name, remedy.valeur(), form.typed(name), remedy.contenus()));
      }
    }
    return here;
  }

  /** Fields for what was typed and no finding asks for any more, once the report is written. */
  List<Saisie> others() {
    List<Saisie> others = new ArrayList<>();
    for (Correction correction : diagnostic.corrections()) {
      String name = CorrectionForm.name(correction.valeur());
      if (shown.add(name)) {
        others.add(fields.de(name, correction.valeur(), form.typed(name), List.of()));
      }
    }
    return others;
  }

  /** Whether there is any field at all. */
  boolean any() {
    return !shown.isEmpty();
  }
}
