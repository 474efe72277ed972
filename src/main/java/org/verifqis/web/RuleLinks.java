package org.verifqis.web;

import java.util.List;
import org.verifqis.rapport.Habillage;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Saisie;
import org.verifqis.regles.Constat;
import org.verifqis.regles.Regle;

/** A report whose findings lead to the pages of their rules. */
record RuleLinks(Langue language) implements Habillage {
  @Override
  public String lien(Regle rule) {
    return Frame.link(language, "/regles/" + rule.id());
  }

  @Override
  public List<Saisie> saisies(Constat finding) {
    return List.of();
  }
}
