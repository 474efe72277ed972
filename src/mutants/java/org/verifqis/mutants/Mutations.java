package org.verifqis.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verifqis.modele.Valeur;

/** Every small alteration of the conditions of a rule. */
final class Mutations {
  private static final Pattern CONDITION =
      Pattern.compile("(?ms)^  (?=\\S)(?!\\)).*?(?=^  (?=[^\\s)])|\\z)");
  private static final Pattern PATRON =
      Pattern.compile("^  (?:(\\$\\w+) : )?([A-Z]\\w+)\\(|(\\$\\w+) : ([A-Z]\\w+)\\(");
  private static final Pattern APPEL = Pattern.compile("\\.(\\w+)(\\()?");
  private static final Pattern CONSTANTE = Pattern.compile("\\b([A-Z]\\w*)\\.([A-Z][A-Z_]+)\\b");
  private static final Pattern PROPRIETE = Pattern.compile("(\\$\\w+)\\.(\\w+)");
  private static final Pattern PREMIERE_PROPRIETE = Pattern.compile("(?<![\\w.$\"])([a-z]\\w*)");
  private static final Pattern NOMBRE = Pattern.compile("\\b(\\d+)(L?)\\b");
  private static final Pattern TEXTE = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern EGALITE = Pattern.compile("==|!=|\\|\\|");
  private static final Pattern VALEURS = Pattern.compile("List\\.of\\((\\w+)\\.values\\(\\)\\)");

  private final RegleDrl regle;
  private final Vocabulaire vocabulaire;
  private final Map<String, Mutant> mutants = new LinkedHashMap<>();

  private Mutations(RegleDrl regle) {
    this.regle = regle;
    this.vocabulaire = new Vocabulaire(regle);
  }

  /** The mutants of a rule; no two alike. */
  static List<Mutant> de(RegleDrl regle) {
    Mutations mutations = new Mutations(regle);
    for (Matcher m = CONDITION.matcher(regle.conditions()); m.find(); ) {
      mutations.condition(m.start(), m.end());
    }
    List<Mutant> tous = new ArrayList<>(mutations.mutants.values());
    tous.add(new Mutant(regle, null, "règle retirée : « " + regle.nom() + " »"));
    return tous;
  }

  private void condition(int debut, int fin) {
    String texte = regle.conditions().substring(debut, fin);
    remplace(debut, fin, "", "retirée : " + uneLigne(texte));
    Matcher patron = PATRON.matcher(texte);
    while (patron.find()) {
      contraintes(debut, texte, patron);
    }
    appels(debut, texte);
    constantes(debut, texte);
    proprietes(debut, texte);
  }

  /** What stands between the parentheses of a pattern. */
  private void contraintes(int debut, String texte, Matcher patron) {
    int ouverture = patron.end() - 1;
    List<int[]> arguments = Expressions.arguments(texte, ouverture);
    for (int i = 0; i < arguments.size(); i++) {
      int[] a = arguments.get(i);
      String contrainte = texte.substring(a[0], a[1]);
      if (contrainte.matches("\\$\\w+ : .*")) {
        continue;
      }
      String sans = Expressions.sansArgument(texte, arguments, i);
      remplace(debut, debut + texte.length(), sans, uneLigne(sans));
      for (String contraire : contraires(contrainte)) {
        remplace(debut + a[0], debut + a[1], contraire);
      }
    }
    proprietesDuPatron(debut, texte, ouverture, patron);
  }

  private static List<String> contraires(String contrainte) {
    List<String> contraires = new ArrayList<>();
    if (contrainte.contains(" not contains ")) {
      contraires.add(contrainte.replace(" not contains ", " contains "));
    } else if (contrainte.contains(" contains ")) {
      contraires.add(contrainte.replace(" contains ", " not contains "));
    } else if (contrainte.contains(" in (")) {
      contraires.add(contrainte.replace(" in (", " not in ("));
      int ouverture = contrainte.indexOf("(");
      List<int[]> elements = Expressions.arguments(contrainte, ouverture);
      for (int i = 0; i < elements.size(); i++) {
        contraires.add(Expressions.sansArgument(contrainte, elements, i));
      }
    } else if (contrainte.contains(" || ")) {
      contraires.addAll(List.of(contrainte.split(" \\|\\| ")));
      contraires.add(contrainte.replace(" || ", " && "));
    } else if (contrainte.startsWith("!")) {
      contraires.add(contrainte.substring(1));
    } else if (!EGALITE.matcher(contrainte).find()) {
      contraires.add("!(" + contrainte + ")");
      if (contrainte.endsWith(".possible")) {
        contraires.add(contrainte.replaceAll("\\.possible$", ".vrai"));
      }
    }
    return contraires;
  }

  /** The statements and how they are put together. */
  private void appels(int debut, String texte) {
    for (MatchResult m : APPEL.matcher(texte).results().toList()) {
      String nom = m.group(1);
      boolean appel = m.group(2) != null;
      int fin = appel ? Expressions.fermeture(texte, m.end() - 1) + 1 : m.end();
      int receveur = Expressions.debutDeChaine(texte, m.start());
      String sujet = texte.substring(receveur, m.start());
      String entre = appel ? texte.substring(m.end(), fin - 1) : "";
      if (nom.equals("non")) {
        remplace(debut + m.start(), debut + fin, "");
      } else if (nom.equals("et") || nom.equals("ou")) {
        String autre = nom.equals("et") ? "ou" : "et";
        remplace(debut + m.start(), debut + fin, "." + autre + "(" + entre + ")");
        remplace(debut + m.start(), debut + fin, "");
        remplace(debut + receveur, debut + fin, entre);
      } else if (nom.equals("certaine")) {
        remplace(debut + m.start(), debut + fin, "");
      } else if (estVerite(sujet, nom) && !texte.startsWith(".non()", fin)) {
        remplace(debut + fin, debut + fin, ".non()");
      }
      if (appel && (nom.equals("avant") || nom.equals("apres"))) {
        String inverse = nom.equals("avant") ? "apres" : "avant";
        remplace(debut + m.start(1), debut + m.end(1), inverse);
        String bornee = sujet + "." + inverse + "(" + entre + ").non().et(" + sujet + ".donnee)";
        String donnee = estValeur(entre) ? ".et(" + entre + ".donnee)" : "";
        remplace(debut + receveur, debut + fin, "(" + bornee + donnee + ")");
      }
      if (appel) {
        arguments(debut, texte, nom, sujet, m.end() - 1);
      }
    }
  }

  private void arguments(int debut, String texte, String nom, String sujet, int ouverture) {
    List<int[]> arguments = Expressions.arguments(texte, ouverture);
    if (nom.equals("si")) {
      int[] valeur = arguments.get(1);
      int fin = Expressions.fermeture(texte, ouverture) + 1;
      remplace(
          debut + ouverture - 3, debut + fin, ".de(" + texte.substring(valeur[0], valeur[1]) + ")");
    } else if (sujet.equals("Set")) {
      for (int i = 0; i < arguments.size(); i++) {
        String sans = Expressions.sansArgument(texte, arguments, i);
        remplace(debut, debut + texte.length(), sans, uneLigne(sans));
      }
    } else if (arguments.size() >= 2) {
      int[] un = arguments.get(0);
      int[] deux = arguments.get(1);
      String echange = texte.substring(deux[0], deux[1]) + ", " + texte.substring(un[0], un[1]);
      remplace(debut + un[0], debut + deux[1], echange);
    }
  }

  private boolean estVerite(String sujet, String nom) {
    if (sujet.matches("[A-Z]\\w+")) {
      return vocabulaire.classe(sujet).filter(c -> Vocabulaire.estVerite(c, nom)).isPresent();
    }
    if (sujet.matches("\\$\\w+")) {
      return vocabulaire.type(sujet).filter(c -> Vocabulaire.estVerite(c, nom)).isPresent();
    }
    return Vocabulaire.estVerite(Valeur.class, nom)
        || Vocabulaire.estVerite(org.verifqis.modele.Somme.class, nom);
  }

  private boolean estValeur(String expression) {
    Matcher m = PROPRIETE.matcher(expression);
    return m.matches()
        && vocabulaire
            .type(m.group(1))
            .filter(classe -> Vocabulaire.estValeur(classe, m.group(2)))
            .isPresent();
  }

  private void constantes(int debut, String texte) {
    remplaceTout(debut, texte, EGALITE, m -> List.of(m.group().equals("==") ? "!=" : "=="));
    remplaceTout(debut, texte, Pattern.compile("\\btrue\\b"), m -> List.of("false"));
    remplaceTout(debut, texte, Pattern.compile("\\bfalse\\b"), m -> List.of("true"));
    if (!texte.startsWith("  Application(")) {
      remplaceTout(debut, texte, TEXTE, m -> List.of("\"" + m.group(1) + " \""));
    }
    remplaceTout(debut, texte, NOMBRE, Mutations::autresNombres);
    remplaceTout(
        debut, texte, CONSTANTE, m -> vocabulaire.autresConstantes(m.group(1), m.group(2)));
    remplaceTout(debut, texte, Pattern.compile("Montant\\.ZERO"), Mutations::autreZero);
    remplaceTout(
        debut, texte, Pattern.compile("BigDecimal\\.ZERO"), m -> List.of("BigDecimal.ONE"));
    remplaceTout(
        debut,
        texte,
        VALEURS,
        m -> {
          String valeurs = m.group(1) + ".values()";
          String liste = "List.of(" + valeurs + ").subList(";
          return List.of(
              liste + "1, " + valeurs + ".length)", liste + "0, " + valeurs + ".length - 1)");
        });
  }

  private static List<String> autresNombres(MatchResult m) {
    long nombre = Long.parseLong(m.group(1));
    return List.of(nombre + 1 + m.group(2), nombre - 1 + m.group(2));
  }

  private static List<String> autreZero(MatchResult m) {
    return List.of("Montant.de(\"0.01\")", "Montant.de(\"-0.01\")");
  }

  private void proprietes(int debut, String texte) {
    for (MatchResult m : PROPRIETE.matcher(texte).results().toList()) {
      Optional<Class<?>> type = vocabulaire.type(m.group(1));
      type.ifPresent(classe -> semblables(debut, m.start(2), m.end(2), classe, m.group(2)));
    }
  }

  private void proprietesDuPatron(int debut, String texte, int ouverture, Matcher patron) {
    String nom = patron.group(2) != null ? patron.group(2) : patron.group(4);
    Optional<Class<?>> type = vocabulaire.classe(nom);
    if (type.isEmpty()) {
      return;
    }
    String interieur = texte.substring(ouverture, Expressions.fermeture(texte, ouverture));
    for (MatchResult m : PREMIERE_PROPRIETE.matcher(interieur).results().toList()) {
      semblables(
          debut + ouverture,
          m.start(1),
          m.end(1),
          type.get(),
          interieur.substring(m.start(1), m.end(1)));
    }
  }

  private void semblables(int debut, int premier, int dernier, Class<?> classe, String nom) {
    for (String autre : Vocabulaire.semblables(classe, nom)) {
      remplace(debut + premier, debut + dernier, autre);
    }
  }

  private void remplaceTout(
      int debut,
      String texte,
      Pattern quoi,
      java.util.function.Function<MatchResult, List<String>> parQuoi) {
    for (MatchResult m : quoi.matcher(texte).results().toList()) {
      for (String autre : parQuoi.apply(m)) {
        remplace(debut + m.start(), debut + m.end(), autre);
      }
    }
  }

  private void remplace(int debut, int fin, String par) {
    String conditions = regle.conditions();
    String apres = conditions.substring(0, debut) + par + conditions.substring(fin);
    remplace(debut, fin, par, ligne(apres, debut, debut + par.length()));
  }

  private void remplace(int debut, int fin, String par, String quoi) {
    String conditions = regle.conditions();
    String apres = conditions.substring(0, debut) + par + conditions.substring(fin);
    if (!apres.equals(conditions)) {
      mutants.putIfAbsent(apres, new Mutant(regle, regle.sous(apres), quoi));
    }
  }

  private static String ligne(String texte, int debut, int fin) {
    int premier = texte.lastIndexOf('\n', Math.max(0, debut - 1)) + 1;
    int dernier = texte.indexOf('\n', fin);
    return uneLigne(texte.substring(premier, dernier < 0 ? texte.length() : dernier));
  }

  private static String uneLigne(String texte) {
    return texte.strip().replaceAll("\\s+", " ");
  }
}
