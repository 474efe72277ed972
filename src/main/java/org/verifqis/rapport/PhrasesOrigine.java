package org.verifqis.rapport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Gabarit.FeuilleVoulue;
import org.verifqis.modele.Normalisation;
import org.verifqis.modele.Origine;

/**
 * Sentences that were written for the template, said of a workbook of another layout: nobody is
 * sent to a sheet that is not there.
 */
final class PhrasesOrigine {
  /** Beyond so many sheets the others are counted. */
  private static final int NOMMEES = 4;

  private final Mots mots;
  private final Gabarit gabarit;
  private final Origine origine;
  private final Pattern mention;
  private final Pattern citation;

  PhrasesOrigine(Mots mots, Gabarit gabarit, Origine origine) {
    this.mots = mots;
    this.gabarit = gabarit;
    this.origine = origine;
    this.mention = Pattern.compile(mots.mot("origine.mention"));
    this.citation = Pattern.compile(mots.mot("origine.citation"));
  }

  /** A sentence in which sheets of the template are those of the workbook. */
  String dite(String texte) {
    return dite(texte, List.of(), new LinkedHashSet<>());
  }

  /**
   * The same for what is to be done: in the sheets where it was found, and under which of their
   * headers.
   *
   * @param lieux where it was found
   * @param champ the label of the field that it is about, which the text does not name; null for
   *     none
   */
  String aFaire(String texte, List<Emplacement> lieux, Object champ) {
    Set<String> nommees = new LinkedHashSet<>();
    String dite = dite(texte, lieux, nommees);
    if (texte.contains(mots.mot("origine.elle"))) {
      // It speaks of the workbook and of how it is read already.
      return dite;
    }
    List<String> ou = new ArrayList<>();
    Set<String> feuilles = feuilles(texte);
    if (feuilles.isEmpty() && !lieux.isEmpty()) {
      feuilles = Set.of(lieux.get(0).feuille().cle());
    }
    Stream<String> cites = citation.matcher(texte).results().map(trouve -> trouve.group(1));
    for (String libelle :
        Stream.concat(Stream.ofNullable(champ), cites).map(Objects::toString).distinct().toList()) {
      for (String feuille : feuilles) {
        String dit = ou(feuille, libelle, nommees);
        if (dit != null && !ou.contains(dit)) {
          ou.add(dit);
        }
      }
    }
    return ou.isEmpty()
        ? dite
        : dite + " " + mots.mot("origine.ou", String.join(mots.mot("origine.ou.entre"), ou));
  }

  /** The sheets of the template that a text names. */
  private Set<String> feuilles(String texte) {
    Set<String> feuilles = new LinkedHashSet<>();
    mention
        .matcher(texte)
        .results()
        .map(trouve -> trouve.group(1))
        .filter(this::estNotre)
        .forEach(feuilles::add);
    return feuilles;
  }

  private boolean estNotre(String feuille) {
    return gabarit.feuilles().stream().anyMatch(f -> f.nom().equals(feuille));
  }

  private String dite(String texte, List<Emplacement> lieux, Set<String> nommees) {
    List<String> libelles = citation.matcher(texte).results().map(t -> t.group(1)).toList();
    Matcher mentions = mention.matcher(texte);
    return mentions.replaceAll(
        trouve -> Matcher.quoteReplacement(autre(trouve, libelles, lieux, nommees)));
  }

  private String autre(
      MatchResult trouve, List<String> libelles, List<Emplacement> lieux, Set<String> nommees) {
    String feuille = trouve.group(1);
    if (!estNotre(feuille)) {
      return trouve.group();
    }
    Set<String> leurs = new LinkedHashSet<>();
    lieux.stream()
        .filter(lieu -> lieu.feuille().cle().equals(feuille) && lieu.reference() != null)
        .forEach(lieu -> leurs.add(lieu.feuille().nom()));
    boolean declare = leurs.isEmpty() && libelles.stream().anyMatch(l -> estDeclare(feuille, l));
    if (leurs.isEmpty()) {
      libelles.forEach(libelle -> leurs.addAll(leurs(feuille, libelle)));
    }
    if (leurs.isEmpty() && !declare) {
      lieux(feuille).forEach(lieu -> leurs.addAll(lieu.leurs()));
      declare =
          leurs.isEmpty()
              && origine.declarations().stream().anyMatch(d -> d.feuille().equals(feuille));
    }
    nommees.addAll(leurs);
    String dite = dite(feuille, leurs, declare);
    boolean majuscule = Character.isUpperCase(trouve.group().charAt(0));
    return majuscule ? Character.toUpperCase(dite.charAt(0)) + dite.substring(1) : dite;
  }

  private String dite(String feuille, Collection<String> leurs, boolean declare) {
    if (leurs.isEmpty()) {
      return declare ? mots.mot("origine.elle.la") : mots.mot("origine.feuille.aucune", feuille);
    }
    List<String> noms = leurs.stream().map(PhrasesOrigine::protege).toList();
    String dites =
        noms.size() == 1
            ? mots.mot("origine.feuille", noms.get(0))
            : mots.mot("origine.feuilles", enumerees(noms));
    return declare ? mots.mot("origine.feuille.declaree", dites) : dites;
  }

  private String enumerees(List<String> noms) {
    List<String> cites = noms.stream().map(nom -> mots.mot("origine.cite", nom)).toList();
    int dernier = Math.min(cites.size(), NOMMEES) - 1;
    String derniere =
        cites.size() > NOMMEES
            ? mots.mot("origine.autres", mots.format().nombre(cites.size() - dernier))
            : cites.get(dernier);
    return mots.mot("origine.et", String.join(", ", cites.subList(0, dernier)), derniere);
  }

  /** Where a field stands, where that is not what the sentence says; null otherwise. */
  private String ou(String feuille, String libelle, Set<String> nommees) {
    if (champ(feuille, libelle) == null) {
      return null;
    }
    if (estDeclare(feuille, libelle)) {
      return mots.mot("origine.ou.declare", libelle);
    }
    List<Origine.Lieu> siens =
        lieux(feuille).filter(lieu -> entete(lieu, libelle) != null).toList();
    if (siens.isEmpty()) {
      return lieux(feuille).findAny().isEmpty() ? null : mots.mot("origine.ou.nulle", libelle);
    }
    String entete = protege(entete(siens.get(0), libelle));
    List<String> leurs = siens.get(0).leurs();
    boolean ailleurs = leurs.size() == 1 && !nommees.isEmpty() && !nommees.contains(leurs.get(0));
    if (entete.isEmpty()
        || Normalisation.normalise(entete).equals(Normalisation.normalise(libelle))) {
      return null;
    }
    return ailleurs
        ? mots.mot("origine.ou.ailleurs", libelle, entete, protege(leurs.get(0)))
        : mots.mot("origine.ou.sous", libelle, entete);
  }

  /** Their words stay as they are where the facts of a finding are put into the sentence. */
  private static String protege(String leur) {
    return Inoffensif.ligne(leur).replace("{", Phrase.LITTERAL + "{");
  }

  private Stream<Origine.Lieu> lieux(String feuille) {
    return origine.lieux().stream().filter(lieu -> lieu.feuille().equals(feuille));
  }

  private List<String> leurs(String feuille, String libelle) {
    return lieux(feuille)
        .filter(lieu -> entete(lieu, libelle) != null)
        .flatMap(lieu -> lieu.leurs().stream())
        .toList();
  }

  private boolean estDeclare(String feuille, String libelle) {
    String voulu = Normalisation.normalise(libelle);
    return leurs(feuille, libelle).isEmpty()
        && origine.declarations().stream()
            .anyMatch(
                d ->
                    d.feuille().equals(feuille)
                        && Normalisation.normalise(d.champ()).equals(voulu));
  }

  private Champ champ(String feuille, String libelle) {
    String voulu = Normalisation.normalise(libelle);
    return gabarit.feuilles().stream()
        .filter(f -> f.nom().equals(feuille))
        .map(FeuilleVoulue::champs)
        .flatMap(List::stream)
        .filter(champ -> Normalisation.normalise(champ.libelle()).equals(voulu))
        .findFirst()
        .orElse(null);
  }

  /** Texts are set with other apostrophes than labels. */
  private static String entete(Origine.Lieu lieu, String libelle) {
    String voulu = Normalisation.normalise(libelle);
    return lieu.entetes().entrySet().stream()
        .filter(un -> Normalisation.normalise(un.getKey()).equals(voulu))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
