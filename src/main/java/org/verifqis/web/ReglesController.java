package org.verifqis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import org.verifqis.rapport.CatalogueRegles;
import org.verifqis.rapport.Langue;
import org.verifqis.rapport.Textes;
import org.verifqis.regles.Regle;

/** The rules: all of them on a page, and a lasting page for each. */
@Controller
public class ReglesController {
  private final Pages pages;
  private final House house;
  private final RuleExamples examples = new RuleExamples();

  ReglesController(Pages pages, House house) {
    this.pages = pages;
    this.house = house;
  }

  /** The rules of a family, under its name. */
  public record Family(String code, String name, List<Regle> rules) {}

  @GetMapping({"/regles", "/en/regles"})
  View rules(HttpServletRequest request) {
    Langue language = Pages.language(request);
    Textes texts = house.texts(language);
    Map<String, List<Regle>> byFamily = new LinkedHashMap<>();
    for (Regle rule : house.base().registre().regles()) {
      byFamily.computeIfAbsent(rule.famille(), f -> new ArrayList<>()).add(rule);
    }
    List<Family> families =
        byFamily.entrySet().stream()
            .map(f -> new Family(f.getKey(), texts.famille(f.getKey()), f.getValue()))
            .toList();
    Frame frame = pages.frame(language, pages.mots(language).mot("regles.titre"), "/regles");
    return pages.page("rules", HttpStatus.OK, frame, Map.of("textes", texts, "familles", families));
  }

  @GetMapping({"/regles/{id}", "/en/regles/{id}"})
  View rule(@PathVariable String id, HttpServletRequest request) {
    Langue language = Pages.language(request);
    Regle rule =
        house.base().registre().regles().stream()
            .filter(r -> r.id().equals(id))
            .findFirst()
            .orElseThrow(NotFound::new);
    Textes texts = house.texts(language);
    CatalogueRegles catalogue = house.catalogue(language);
    Map<String, Object> content = new HashMap<>();
    content.put("fiche", catalogue.fiche(rule));
    content.put("chiffres", catalogue.chiffres(rule));
    content.put("exemple", examples.of(id, language));
    Frame frame = pages.frame(language, id + " – " + texts.titre(rule), "/regles/" + id);
    return pages.page("rule", HttpStatus.OK, frame, content);
  }
}
