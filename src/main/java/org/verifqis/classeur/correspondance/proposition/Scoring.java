package org.verifqis.classeur.correspondance.proposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.verifqis.classeur.correspondance.proposition.FoundTable.Column;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.TypeValeur;
import org.verifqis.modele.proposition.Preuve;
import org.verifqis.modele.proposition.Preuve.Nature;

/** How well a header names a field: memory, then words, then what its values are. */
final class Scoring {
  private static final double OWN_MEMORY = 0.99;
  private static final double MEMORY = 0.96;
  private static final double SAME = 0.97;

  /** What is not the very thing is never sure. */
  static final double NOT_SURE = 0.89;

  private static final double SAME_STEMS = 0.94;
  private static final double CONTAINED = 0.52;
  private static final double PARTLY = 0.78;
  private static final double COUNTER = 0.35;

  /** Lists whose words hardly stand for anything else. */
  private static final Set<String> OWN_LISTS =
      Set.of("themes", "rolesInstance", "etapes", "formes", "typesVersement", "typesIntervention");

  private static final int FEWEST_CODES = 3;

  /** Who is counted, and never paid for. */
  private static final Set<String> PEOPLE = Set.of("personn", "participant", "pspes");

  /** Words of such a list, under a header that says nothing. */
  private static final double BY_CODES = 0.62;

  /** A header that speaks so little for a list needs words of it. */
  private static final double HARDLY = 0.62;

  private static final double OUT_OF_PHRASE = 0.6;

  /** What says of itself that it is of another kind. */
  private static final double OTHER_KIND = 0.4;

  private static final double NEARLY_ALL = 0.9;
  private static final double PART_OF_WORD = 0.75;
  private static final double TYPO = 0.93;
  private static final double PART = 0.92;
  private static final double OPPOSITE = 0.3;
  private static final String BEGINNING = "debut";
  private static final String END = "fin";

  /** Of so many texts that name an organisation, those that do not are names too. */
  static final double ORGANISATIONS = 0.6;

  /** Only a word of so many letters may be mistyped, or stand for a longer one. */
  private static final int LONG_WORD = 6;

  /** A word of a technical name is shortened to no less. */
  private static final int SHORTENED = 3;

  private static final double ABBREVIATION = 0.9;

  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  /**
   * What speaks for a header as a field.
   *
   * @param score from 0 to 1
   * @param evidence why
   * @param counter the word that speaks against it; null without one
   */
  record Score(double score, List<Preuve> evidence, String counter) {
    static final Score NONE = new Score(0, List.of(), null);

    Score times(double factor) {
      return new Score(Math.min(1, score * factor), evidence, counter);
    }
  }

  private final Gabarit gabarit;
  private final Lexique lexique;
  private final WordCodes words;
  private final MemoireProfils memory;
  private final String agreement;
  private final Map<String, Score> known = new HashMap<>();

  Scoring(
      Gabarit gabarit, Lexique lexique, WordCodes words, MemoireProfils memory, String agreement) {
    this.gabarit = gabarit;
    this.lexique = lexique;
    this.words = words;
    this.memory = memory;
    this.agreement = agreement;
  }

  /** How well it names a field, its values being looked at too; null for none of these. */
  Score score(Onglet onglet, Champ champ, Wording wording, Aspect aspect) {
    Score named = name(onglet, champ, wording);
    if (aspect == null) {
      return named;
    }
    double fits = aspect.fits(champ, words::code);
    boolean sorted =
        champ.cle().equals("promoteur")
            && aspect.filled() >= FEWEST_CODES
            && words.areCodes("categoriesOrganisme", aspect);
    boolean other = isOfOtherList(onglet, champ, aspect);
    fits = sorted || other ? fits * OTHER_KIND : fits;
    double score = named.score() * fits;
    List<Preuve> evidence = new ArrayList<>(named.evidence());
    boolean name = champ.type() == TypeValeur.TEXTE;
    boolean sorts = name && wording.stems().stream().anyMatch(lexique::isSorting);
    double own = sorts || other ? 0 : byValues(champ, aspect, named.score());
    if (own > score) {
      score = own;
      evidence.add(Preuve.de(Nature.NATURE_VALEURS));
    } else if (!aspect.isEmpty() && score > 0) {
      evidence.add(Preuve.de(Nature.VALEURS, Math.round(100 * Math.min(1, fits)) + ""));
    }
    return new Score(score, evidence, named.counter());
  }

  /** Whether none of the words is one of the list, and the header hardly says so either. */
  boolean isUnknown(Onglet onglet, Champ champ, Column column) {
    Aspect aspect = column.aspect();
    return champ.type() == TypeValeur.CODE
        && onglet.estTableau()
        && aspect != null
        && !aspect.isEmpty()
        && name(onglet, champ, column.wording()).score() < HARDLY
        && aspect.known(champ.liste(), words::code) == 0;
  }

  /** Whether the words are those of another list of the sheet rather than of this one. */
  private boolean isOfOtherList(Onglet onglet, Champ champ, Aspect aspect) {
    boolean text = champ.type() == TypeValeur.TEXTE || champ.type() == TypeValeur.LISTE_TEXTE;
    boolean code = champ.type() == TypeValeur.CODE && !words.areCodes(champ.liste(), aspect);
    if (!code && !(text && aspect.filled() >= FEWEST_CODES)) {
      return false;
    }
    return gabarit.feuille(onglet).champs().stream()
        .filter(c -> c.type() == TypeValeur.CODE && !c.liste().equals(champ.liste()))
        .filter(c -> !c.liste().equals("regions"))
        .anyMatch(c -> words.areCodes(c.liste(), aspect));
  }

  /**
   * How plainly values are those of a field, and how much the words of their header speak for it; 0
   * where they can't be.
   */
  double fits(Onglet onglet, Champ champ, Column column) {
    Aspect aspect = column.aspect();
    double told = aspect == null ? 0 : aspect.tells(champ, words::code);
    boolean strange = champ.liste() != null && told > 0 && !isOfList(champ, aspect);
    return told == 0 || strange ? 0 : told + name(onglet, champ, column.wording()).score() / 2;
  }

  /** Whether nearly all of its words are of the list of a field. */
  private boolean isOfList(Champ champ, Aspect aspect) {
    return aspect.known(champ.liste(), words::code) >= NEARLY_ALL;
  }

  /** What the values say by themselves. */
  private double byValues(Champ champ, Aspect aspect, double named) {
    if (champ.type() == TypeValeur.NEQ && aspect.isNeq()) {
      return Math.max(0.85, named);
    }
    if (champ.type() == TypeValeur.COURRIEL && aspect.isAddress()) {
      return Math.max(0.85, named);
    }
    boolean promoter =
        champ.cle().equals("promoteur")
            && named >= 0.25
            && named < 0.85
            && aspect.known("categoriesOrganisme", words::code) < 0.5;
    if (promoter && aspect.filled() >= 2 && aspect.organisations(lexique) >= ORGANISATIONS) {
      return Math.min(0.85, named + 0.3);
    }
    if (champ.type() == TypeValeur.CODE && named >= 0.35 && aspect.filled() >= 2) {
      double share = aspect.known(champ.liste(), words::code);
      return share >= 0.9 ? Math.min(NOT_SURE, named + 0.3) : 0;
    }
    boolean own = champ.type() == TypeValeur.CODE && OWN_LISTS.contains(champ.liste());
    if (own && aspect.filled() >= FEWEST_CODES && words.areCodes(champ.liste(), aspect)) {
      return BY_CODES;
    }
    return 0;
  }

  /** How well it names a field. */
  Score name(Onglet onglet, Champ champ, Wording wording) {
    return known.computeIfAbsent(
        onglet + "/" + champ.cle() + "/" + wording.key() + "/" + wording.stems(),
        k -> compare(onglet, champ, wording));
  }

  private Score compare(Onglet onglet, Champ champ, Wording wording) {
    Score best = remembered(onglet, champ, wording);
    for (Wording part : wording.parts()) {
      Score score = compare(onglet, champ, part).times(PART);
      if (score.score() > best.score()) {
        best = score;
      }
    }
    for (Term term : lexique.terms(onglet, champ.cle())) {
      Score score = compare(onglet, term, wording);
      score = isOfOtherKind(champ, term, wording) ? score.times(OTHER_KIND) : score;
      if (score.score() > best.score()) {
        best = score;
      }
    }
    return isOpposite(onglet, champ, wording) ? best.times(OPPOSITE) : best;
  }

  /**
   * Whether its header says that it is a day, an amount, a count or a sort, where no such is asked.
   */
  private boolean isOfOtherKind(Champ champ, Term term, Wording wording) {
    TypeValeur type = champ.type();
    boolean money = Montage.KEYS.contains(champ.cle()) && !isOfMoney(wording);
    if (wording.text().contains("$") && type != TypeValeur.MONTANT) {
      return true;
    }
    for (String stem : wording.stems().subList(0, wording.lowest())) {
      if (term.stems().contains(stem)) {
        continue;
      }
      boolean code = type == TypeValeur.CODE || type == TypeValeur.LISTE_CODE;
      boolean other =
          money && PEOPLE.contains(stem)
              || stem.equals("date") && type != TypeValeur.DATE
              || stem.equals("montant") && type != TypeValeur.MONTANT
              || stem.equals("nombr") && type != TypeValeur.ENTIER && type != TypeValeur.MONTANT
              || lexique.isSorting(stem) && !code;
      if (other) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfMoney(Wording wording) {
    return wording.text().contains("$")
        || wording.stems().contains("montant")
        || wording.stems().contains("<verse>");
  }

  /** Whether it tells of the end of what the field is the beginning, or the other way round. */
  private boolean isOpposite(Onglet onglet, Champ champ, Wording wording) {
    List<String> own = lexique.terms(onglet, champ.cle()).get(0).stems();
    boolean begins = wording.stems().contains(BEGINNING);
    boolean ends = wording.stems().contains(END);
    return begins != ends
        && (ends && own.contains(BEGINNING) || begins && own.contains(END))
        && own.contains(BEGINNING) != own.contains(END);
  }

  private Score remembered(Onglet onglet, Champ champ, Wording wording) {
    List<MemoireProfils.Recall> all = memory.header(onglet, wording.key(), agreement);
    long kinds = all.stream().map(MemoireProfils.Recall::key).distinct().count();
    for (MemoireProfils.Recall recall : all) {
      boolean own = MemoireProfils.isOwn(recall, agreement);
      if (recall.key().equals(champ.cle()) && (own || kinds == 1)) {
        Nature nature = own ? Nature.MEMOIRE_SIENNE : Nature.MEMOIRE;
        Preuve evidence = Preuve.de(nature, recall.profile());
        boolean several = all.stream().map(MemoireProfils.Recall::profile).distinct().count() > 1;
        return new Score(own ? OWN_MEMORY : several ? MEMORY : NOT_SURE, List.of(evidence), null);
      }
    }
    return Score.NONE;
  }

  private Score compare(Onglet onglet, Term term, Wording wording) {
    if (term.key().equals(wording.key())) {
      boolean everyday = isEveryday(term) && (term.isWord() || lexique.isVague(term.stems()));
      return new Score(everyday ? NOT_SURE : SAME, List.of(told(term, true)), null);
    }
    double inTerm = 0;
    double ofTerm = 0;
    double inHeader = 0;
    double ofHeader = 0;
    String typo = null;
    for (String stem : term.stems()) {
      double weight = lexique.weight(onglet, stem);
      double match = 0;
      for (String own : wording.stems()) {
        double like = like(stem, own, wording.technical());
        if (like > match) {
          match = like;
          typo = like < 1 && like > PART_OF_WORD ? own : typo;
        }
      }
      inTerm += weight * match;
      ofTerm += weight;
    }
    String counter = null;
    for (int i = 0; i < wording.stems().size(); i++) {
      String stem = wording.stems().get(i);
      double weight = lexique.weight(onglet, stem) * (i < wording.lowest() ? 1 : 0.5);
      double match = 0;
      for (String other : term.stems()) {
        match = Math.max(match, like(other, stem, wording.technical()));
      }
      if (match == 0 && lexique.isFavour(stem)) {
        weight *= 0.2;
      }
      if (match == 0 && lexique.isCounter(stem)) {
        counter = stem;
      }
      inHeader += weight * match;
      ofHeader += weight;
    }
    if (inTerm == 0) {
      return Score.NONE;
    }
    double term1 = inTerm / ofTerm;
    double header1 = inHeader / ofHeader;
    boolean timed = wording.time() != null;
    boolean timely = term.stems().stream().anyMatch(s -> s.equals(wording.time()));
    double score;
    boolean whole = term1 > 0.999 && header1 > 0.999;
    if (whole) {
      score = isEveryday(term) ? NOT_SURE : SAME_STEMS;
    } else if (term1 > 0.85) {
      score = (CONTAINED + (SAME_STEMS - 0.02 - CONTAINED) * header1) * term1;
    } else {
      score = PARTLY * 2 * term1 * header1 / (term1 + header1);
    }
    score = whole ? score : Math.min(score, NOT_SURE);
    if (timed && !timely) {
      score *= 0.5;
    }
    boolean wantsTime = term.stems().stream().anyMatch(s -> s.startsWith("<") && isTime(s));
    if (wantsTime && !timely) {
      score = Math.min(score, 0.4);
    }
    if (counter != null) {
      score *= COUNTER;
    }
    boolean whose = term.isWord() && wording.isLinked();
    boolean phrase =
        !whose
            && (!term.isPhrase() || (" " + wording.key() + " ").contains(" " + term.key() + " "));
    if (!phrase || term.stems().get(0).length() <= 2) {
      score *= OUT_OF_PHRASE;
    }
    Preuve evidence = typo != null ? Preuve.de(Nature.FAUTE, term.text()) : told(term, whole);
    return new Score(score, List.of(evidence), counter);
  }

  /**
   * Whether it is words that name many a thing, or one word that nobody has written down as such.
   */
  private boolean isEveryday(Term term) {
    boolean alone = term.stems().size() == 1 && term.isOfUsage();
    return !term.isLabel() && (alone || lexique.isVague(term.stems()));
  }

  private static boolean isTime(String stem) {
    return stem.equals(TimeMarks.BEFORE)
        || stem.equals(TimeMarks.WITHIN)
        || stem.equals(TimeMarks.AFTER);
  }

  private static Preuve told(Term term, boolean whole) {
    if (term.isLabel()) {
      return Preuve.de(whole ? Nature.LIBELLE : Nature.MOTS, term.text(), term.source());
    }
    return Preuve.de(whole ? Nature.LEXIQUE : Nature.MOTS, term.text(), term.source());
  }

  /** How alike two words are: the same, one the part of another, or mistyped. */
  private static double like(String word, String other, boolean technical) {
    if (word.equals(other)) {
      return 1;
    }
    if (technical && other.length() >= SHORTENED && word.replace("<", "").startsWith(other)) {
      return ABBREVIATION;
    }
    if (word.startsWith("<") || word.length() < LONG_WORD || other.length() < LONG_WORD) {
      return 0;
    }
    if (word.startsWith(other) || other.startsWith(word)) {
      return PART_OF_WORD;
    }
    boolean sameStart = word.charAt(0) == other.charAt(0);
    double near = sameStart ? SIMILARITY.apply(word, other) : 0;
    return near >= TYPO && Math.abs(word.length() - other.length()) <= 2 ? near * 0.95 : 0;
  }
}
