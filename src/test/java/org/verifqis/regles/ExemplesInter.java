package org.verifqis.regles;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Portee;
import org.verifqis.modele.Resume;
import org.verifqis.modele.TypeVersement;

/**
 * For each rule that sets redditions against each other, some that respect it and some that don't.
 */
public final class ExemplesInter {
  private static final LocalDate JOUR = LocalDate.of(2022, 9, 1);
  private static final String NEQ = "1143920115";

  /**
   * What the page of a rule shows.
   *
   * @param respecte what redditions are like that respect it
   * @param enfreint what others are like that don't
   * @param constat what is found in those
   */
  public record Exemple(String regle, String respecte, String enfreint, Constat constat) {}

  private final Moteur moteur;

  private ExemplesInter(Moteur moteur) {
    this.moteur = moteur;
  }

  /** Those of all such rules; throws unless each rule says what is told of them. */
  public static List<Exemple> tous(Moteur moteur) {
    ExemplesInter exemples = new ExemplesInter(moteur);
    return Stream.of(
            exemples.manquante(),
            exemples.solde(),
            exemples.deuxEntentes(),
            exemples.aideAnterieure(),
            exemples.septembre(),
            exemples.deuxFichiers(),
            exemples.enveloppe(),
            exemples.versement(),
            exemples.disparu(),
            exemples.octrois(),
            exemples.renumerote(),
            exemples.modifie())
        .toList();
  }

  private static Resumes reddition(int annee) {
    return Resumes.de("ALL-14", annee);
  }

  private static Resumes potager(Resumes reddition, String numero) {
    return reddition.projet(numero, "Potager", NEQ, "0", "20");
  }

  private static Resumes suite(Resumes reddition, String anterieure) {
    return reddition.projet("P-001", "Potager", NEQ, anterieure, "0");
  }

  private Exemple manquante() {
    return exemple(
        "INT-01",
        "une reddition pour chaque exercice échu",
        "celle de 2020-2021 n'a pas été déposée",
        new Resumes[] {reddition(2019), reddition(2020), reddition(2021)},
        reddition(2019),
        reddition(2021));
  }

  private Exemple solde() {
    return exemple(
        "INT-02",
        "le solde d'ouverture est le solde de clôture de l'an dernier",
        "un cent de plus que l'an dernier",
        new Resumes[] {reddition(2020), reddition(2021)},
        reddition(2020),
        reddition(2021).avec("soldeOuverture", Montant.de("100.01")));
  }

  private Exemple deuxEntentes() {
    return exemple(
        "INT-03",
        "un projet dans une seule entente",
        "le même projet, du même organisme, dans deux ententes",
        new Resumes[] {potager(reddition(2021), "P-001"), Resumes.de("ALL-15", 2021)},
        potager(reddition(2021), "P-001"),
        potager(Resumes.de("ALL-15", 2021), "L-04"));
  }

  private Exemple aideAnterieure() {
    return exemple(
        "INT-04",
        "l'aide antérieure est ce qui était versé à la fin de l'an dernier",
        "un cent de moins",
        new Resumes[] {potager(reddition(2020), "P-001"), suite(reddition(2021), "20")},
        potager(reddition(2020), "P-001"),
        suite(reddition(2021), "19.99"));
  }

  private static Resumes septembre(LocalDate recu) {
    return reddition(2021).versement("V-01", TypeVersement.SEPTEMBRE, recu, "1000");
  }

  private Exemple septembre() {
    LocalDate depot = LocalDate.of(2021, 9, 15);
    return exemple(
        "INT-05",
        "le versement de septembre suit le dépôt de la reddition de l'an dernier",
        "il le précède d'un jour",
        new Resumes[] {reddition(2020).avec("dateDepot", depot), septembre(depot)},
        reddition(2020).avec("dateDepot", depot),
        septembre(depot.minusDays(1)));
  }

  private Exemple deuxFichiers() {
    return exemple(
        "INT-06",
        "un fichier par entente et par exercice",
        "deux fichiers, dont le plus récent compte",
        new Resumes[] {reddition(2021)},
        reddition(2021),
        reddition(2021)
            .nomme("ALL-14-2021 corrigé.xlsx")
            .avec("dateDepot", LocalDate.of(2022, 6, 20)));
  }

  private Exemple enveloppe() {
    return exemple(
        "INT-07",
        "la même enveloppe que l'an dernier",
        "un dollar de plus",
        new Resumes[] {reddition(2020), reddition(2021)},
        reddition(2020),
        reddition(2021).avec("enveloppe", Montant.de("1000001")));
  }

  private static Resumes avril(int annee, String montant) {
    LocalDate recu = LocalDate.of(2020, 4, 15);
    return reddition(annee).versement("V-01", TypeVersement.AVRIL, recu, montant);
  }

  private Exemple versement() {
    return exemple(
        "INT-08",
        "les versements de l'an dernier y sont encore, tels quels",
        "le montant de l'un d'eux a changé d'un cent",
        new Resumes[] {avril(2020, "500"), avril(2021, "500")},
        avril(2020, "500"),
        avril(2021, "500.01"));
  }

  private static Resumes enCours() {
    return potager(reddition(2020), "P-001").dont("dateFin", LocalDate.of(2021, 6, 30));
  }

  private Exemple disparu() {
    return exemple(
        "INT-09",
        "un projet qui durait encore y est toujours",
        "il n'y est plus",
        new Resumes[] {enCours(), suite(reddition(2021), "20")},
        enCours(),
        reddition(2021));
  }

  private static Resumes accorde(int annee, String numero, String montant) {
    return potager(reddition(annee).avec("enveloppe", Montant.de("100")), numero)
        .dont("aideAccordee", Montant.de(montant));
  }

  private Exemple octrois() {
    return exemple(
        "INT-10",
        "l'aide accordée à tous les projets tient dans l'enveloppe",
        "elle la dépasse d'un cent",
        new Resumes[] {accorde(2020, "P-001", "60"), accorde(2021, "P-002", "40")},
        accorde(2020, "P-001", "60"),
        accorde(2021, "P-002", "40.01"));
  }

  private Exemple renumerote() {
    return exemple(
        "INT-11",
        "un projet garde son numéro",
        "le même projet, sous un autre numéro",
        new Resumes[] {enCours(), suite(reddition(2021), "20")},
        enCours(),
        potager(reddition(2021), "P-014"));
  }

  private Exemple modifie() {
    return exemple(
        "INT-12",
        "ce qui ne change pas d'un projet est comme l'an dernier",
        "sa portée a changé",
        new Resumes[] {enCours(), suite(reddition(2021), "20")},
        enCours(),
        suite(reddition(2021), "20").dont("portee", Portee.REGIONALE));
  }

  private Exemple exemple(
      String regle, String respecte, String enfreint, Resumes[] bonnes, Resumes... mauvaises) {
    if (!constats(regle, bonnes).isEmpty()) {
      throw new IllegalStateException(regle + " is broken by: " + respecte);
    }
    List<Constat> trouves = constats(regle, mauvaises);
    if (trouves.isEmpty()) {
      throw new IllegalStateException(regle + " is not broken by: " + enfreint);
    }
    return new Exemple(regle, respecte, enfreint, trouves.get(0));
  }

  /** What a rule finds of that agreement. */
  private List<Constat> constats(String regle, Resumes... redditions) {
    List<Resume> finies = Arrays.stream(redditions).map(Resumes::fini).toList();
    Ensemble ensemble =
        moteur
            .inter()
            .juge(
                finies,
                List.of(
                    Resumes.GABARIT.ententes().get("ALL-14"),
                    Resumes.GABARIT.ententes().get("ALL-15")),
                JOUR,
                List.of());
    return Stream.concat(
            ensemble.constats().stream(),
            ensemble.suites().stream().flatMap(suite -> suite.constats().stream()))
        .filter(constat -> constat.regle().id().equals(regle))
        .filter(
            constat ->
                !regle.equals("INT-01")
                    || String.valueOf(constat.faits().get("entente")).contains("ALL-14"))
        .toList();
  }
}
