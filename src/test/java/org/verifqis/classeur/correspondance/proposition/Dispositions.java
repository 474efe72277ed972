package org.verifqis.classeur.correspondance.proposition;

import static org.verifqis.classeur.correspondance.Classeur.r;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.Classeur;

/**
 * Small workbooks as a clerk may keep them, each with what a careful one would map: the cell of a
 * header or of a label, and our field. Their words were written down before any was tried.
 */
final class Dispositions {
  /**
   * A workbook.
   *
   * @param liens our field, by their sheet and cell
   * @param mots codes of their words, by field and word; any other word is wrong
   */
  record Disposition(
      String nom, Classeur classeur, Map<String, String> liens, Map<String, String> mots) {}

  private Dispositions() {}

  private static LocalDate jour(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  static List<Disposition> toutes() {
    return List.of(
        etages(),
        empilees(),
        fiches(),
        transposee(),
        anglais(),
        export(),
        croix(),
        publique(),
        formulaires(),
        archives());
  }

  static Disposition etages() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Suivi 2022-2023",
                r("Fonds québécois d’initiatives sociales – Suivi des ententes de financement"),
                r("Mise à jour le 12 avril 2023"),
                r(),
                r(
                    "Identification du projet",
                    null,
                    null,
                    null,
                    "Calendrier",
                    null,
                    "Financement ($)",
                    null,
                    null,
                    null,
                    null,
                    "Résultats",
                    null),
                r(
                    "# dossier",
                    "Titre de l’initiative",
                    "Organisme porteur",
                    "Municipalités rejointes",
                    "Début des travaux",
                    "Fin des travaux",
                    "Contribution FQIS autorisée",
                    "Déboursé au 31 mars 2022",
                    "Déboursé 2022-2023",
                    "Autres contributions gouvernementales",
                    "Mise de fonds du milieu",
                    "Nombre de participants",
                    "Dont personnes en situation de pauvreté"),
                r(
                    "F-101",
                    "Frigo partagé",
                    "Maison des familles",
                    "Donnacona; Neuville",
                    jour(2021, 5, 3),
                    jour(2023, 3, 31),
                    45000,
                    20000,
                    15000,
                    5000,
                    7500,
                    120,
                    35),
                r(
                    "F-102",
                    "Navette des rangs",
                    "Transport Portneuf",
                    "Saint-Raymond",
                    jour(2022, 6, 1),
                    jour(2023, 11, 30),
                    30000,
                    0,
                    12500.5,
                    0,
                    2000,
                    60,
                    12),
                r(
                    "F-103",
                    "Cuisine d’été",
                    "Coop du quai",
                    "Deschambault",
                    jour(2022, 7, 4),
                    jour(2022, 9, 30),
                    8000,
                    0,
                    8000,
                    1000,
                    500,
                    41,
                    9),
                r(
                    "Total", null, null, null, null, null, 83000, 20000, 35500.5, 6000, 10000, 221,
                    56))
            .fusionne("A4:D4")
            .fusionne("E4:F4")
            .fusionne("G4:K4")
            .fusionne("L4:M4");
    return new Disposition(
        "entête à deux étages",
        classeur,
        Map.ofEntries(
            Map.entry("Suivi 2022-2023!A5", "Projets.numero"),
            Map.entry("Suivi 2022-2023!B5", "Projets.titre"),
            Map.entry("Suivi 2022-2023!C5", "Projets.promoteur"),
            Map.entry("Suivi 2022-2023!D5", "Projets.territoires"),
            Map.entry("Suivi 2022-2023!E5", "Projets.dateDebut"),
            Map.entry("Suivi 2022-2023!F5", "Projets.dateFin"),
            Map.entry("Suivi 2022-2023!G5", "Projets.aideAccordee"),
            Map.entry("Suivi 2022-2023!H5", "Projets.aideVerseeAnterieure"),
            Map.entry("Suivi 2022-2023!I5", "Projets.aideVerseeExercice"),
            Map.entry("Suivi 2022-2023!J5", "Projets.autresAidesPubliques"),
            Map.entry("Suivi 2022-2023!K5", "Projets.contributionMilieu"),
            Map.entry("Suivi 2022-2023!L5", "Projets.personnesRejointes"),
            Map.entry("Suivi 2022-2023!M5", "Projets.pspesImpliquees")),
        Map.of());
  }

  static Disposition empilees() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Reddition",
                r("Sommes reçues du Ministère"),
                r("Bordereau", "Date du dépôt", "Nature", "Montant déposé"),
                r("B-1", jour(2022, 4, 12), "Versement d'avril", 125000),
                r("B-2", jour(2022, 9, 15), "Versement de septembre", 98000),
                r(),
                r("Instances de concertation"),
                r(
                    "Nom de l’instance",
                    "Palier (local ou régional)",
                    "Nb d’élus",
                    "Nb d’acteurs socioéconomiques",
                    "Nb de groupes communautaires",
                    "Nb de personnes en situation de pauvreté",
                    "Nb de réunions"),
                r("Table des partenaires", "Régional", 4, 3, 8, 2, 6),
                r("Comité de la Côte", "Local", 2, 1, 5, 1, 4));
    return new Disposition(
        "tableaux empilés",
        classeur,
        Map.ofEntries(
            Map.entry("Reddition!B2", "Versements.date"),
            Map.entry("Reddition!C2", "Versements.type"),
            Map.entry("Reddition!D2", "Versements.montant"),
            Map.entry("Reddition!A7", "Gouvernance.instance"),
            Map.entry("Reddition!B7", "Gouvernance.palier"),
            Map.entry("Reddition!C7", "Gouvernance.elus"),
            Map.entry("Reddition!D7", "Gouvernance.socioeconomiques"),
            Map.entry("Reddition!E7", "Gouvernance.communautaires"),
            Map.entry("Reddition!F7", "Gouvernance.pspes"),
            Map.entry("Reddition!G7", "Gouvernance.rencontres"),
            Map.entry("Reddition!A2", "Versements.numero")),
        Map.of());
  }

  private static Object[][] fiche(String numero, String titre, String groupe, int aide) {
    return new Object[][] {
      r("FICHE DE PROJET"),
      r(),
      r("Numéro du projet", numero),
      r("Nom du projet", titre),
      r("Organisme promoteur", groupe),
      r("Secteur desservi", "Basse-Ville"),
      r("Situation actuelle", "En cours"),
      r("Aide financière consentie", aide),
      r("Versé au cours de l’exercice", aide / 2),
      r("Coût global", aide * 2),
      r("Participants rejoints", 40)
    };
  }

  /** The labels of a form, from A3 downwards, in each of several sheets. */
  private static Map<String, String> partout(List<String> fields, String... sheets) {
    Map<String, String> links = new HashMap<>();
    for (String sheet : sheets) {
      for (int i = 0; i < fields.size(); i++) {
        links.put(sheet + "!A" + (i + 3), "Projets." + fields.get(i));
      }
    }
    return links;
  }

  static Disposition fiches() {
    Classeur classeur =
        new Classeur()
            .feuille("P-01", fiche("P-01", "Le relais", "Entraide Nord", 20000))
            .feuille("P-02", fiche("P-02", "La passerelle", "Entraide Sud", 30000))
            .feuille("P-03", fiche("P-03", "Le marché", "Entraide Est", 12000));
    List<String> fields =
        List.of(
            "numero",
            "titre",
            "promoteur",
            "territoires",
            "statut",
            "aideAccordee",
            "aideVerseeExercice",
            "coutTotal",
            "personnesRejointes");
    return new Disposition(
        "une fiche par projet", classeur, partout(fields, "P-01", "P-02", "P-03"), Map.of());
  }

  static Disposition transposee() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Portrait",
                r("Portrait des projets soutenus"),
                r("", "Projet A", "Projet B", "Projet C"),
                r("No de projet", "A-1", "A-2", "A-3"),
                r("Titre", "Le fil", "La ruche", "Le pont"),
                r("Promoteur", "Groupe Un", "Groupe Deux", "Groupe Trois"),
                r("MRC", "Papineau", "Pontiac", "Papineau"),
                r("Début des activités", jour(2022, 4, 4), jour(2022, 5, 2), jour(2022, 6, 6)),
                r("Fin des activités", jour(2023, 3, 3), jour(2023, 3, 3), jour(2023, 5, 5)),
                r("Montant octroyé", 10000, 20000, 30000),
                r("Coût total", 15000, 24000, 41000),
                r("Personnes jointes", 12, 80, 33));
    return new Disposition(
        "fiches en colonnes",
        classeur,
        Map.ofEntries(
            Map.entry("Portrait!A3", "Projets.numero"),
            Map.entry("Portrait!A4", "Projets.titre"),
            Map.entry("Portrait!A5", "Projets.promoteur"),
            Map.entry("Portrait!A6", "Projets.territoires"),
            Map.entry("Portrait!A7", "Projets.dateDebut"),
            Map.entry("Portrait!A8", "Projets.dateFin"),
            Map.entry("Portrait!A9", "Projets.aideAccordee"),
            Map.entry("Portrait!A10", "Projets.coutTotal"),
            Map.entry("Portrait!A11", "Projets.personnesRejointes")),
        Map.of());
  }

  private static final Object[] ANGLAIS =
      r(
          "File no.",
          "Initiative",
          "Sponsor organization",
          "Start",
          "End",
          "Approved amount",
          "Disbursed in 2022-2023",
          "Number of beneficiaries",
          "Current status",
          "Reviewer");

  static Disposition anglais() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Waskaganish",
                ANGLAIS,
                r(
                    "N-1",
                    "Harvest kitchen",
                    "Youth Council",
                    jour(2022, 4, 1),
                    jour(2023, 3, 1),
                    9000,
                    4000,
                    25,
                    "Ongoing",
                    "JB"),
                r(
                    "N-2",
                    "Warm clothes",
                    "Women Circle",
                    jour(2022, 5, 1),
                    jour(2023, 3, 1),
                    7000,
                    7000,
                    61,
                    "Completed",
                    "JB"))
            .feuille(
                "Chisasibi",
                ANGLAIS,
                r(
                    "S-1",
                    "Elders ride",
                    "Wellness Dept",
                    jour(2022, 6, 1),
                    jour(2023, 3, 31),
                    12000,
                    6000,
                    18,
                    "Ongoing",
                    "LM"),
                r(
                    "S-2",
                    "Book bus",
                    "Library",
                    jour(2022, 7, 1),
                    jour(2023, 8, 1),
                    5000,
                    2500,
                    77,
                    "Cancelled",
                    "LM"));
    return new Disposition(
        "une feuille par communauté, en anglais",
        classeur,
        Map.ofEntries(
            Map.entry("Waskaganish!A1", "Projets.numero"),
            Map.entry("Waskaganish!B1", "Projets.titre"),
            Map.entry("Waskaganish!C1", "Projets.promoteur"),
            Map.entry("Waskaganish!D1", "Projets.dateDebut"),
            Map.entry("Waskaganish!E1", "Projets.dateFin"),
            Map.entry("Waskaganish!F1", "Projets.aideAccordee"),
            Map.entry("Waskaganish!G1", "Projets.aideVerseeExercice"),
            Map.entry("Waskaganish!H1", "Projets.personnesRejointes"),
            Map.entry("Waskaganish!I1", "Projets.statut")),
        Map.of(
            "Projets.statut/Ongoing", "EN_COURS",
            "Projets.statut/Completed", "TERMINE",
            "Projets.statut/Cancelled", "ANNULE"));
  }

  static Disposition export() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Export",
                r("Système de gestion des subventions – extraction du 2023-05-02"),
                r("Programme : FQIS, exercice 2022-2023"),
                r(),
                r(
                    "NO_DOSSIER",
                    "NOM_ORGANISME",
                    "LIB_PROJET",
                    "DATE_DEBUT",
                    "DATE_FIN",
                    "MNT_OCTROYE",
                    "MNT_VERSE_ANT",
                    "MNT_VERSE_2022_2023",
                    "ETAT",
                    "NB_PERS"),
                r(
                    "2021-0007",
                    "Le Grenier",
                    "Meubles pour tous",
                    "20210601",
                    "20230331",
                    40000,
                    18000,
                    12000,
                    "A",
                    210),
                r(
                    "2022-0012",
                    "La Soupière",
                    "Repas livrés",
                    "20220501",
                    "20230430",
                    22000,
                    0,
                    20000,
                    "F",
                    95),
                r(
                    "2022-0019",
                    "Le Phare",
                    "Écoute",
                    "20220901",
                    "20240331",
                    51000,
                    0,
                    17000,
                    "A",
                    130),
                r(),
                r("A = actif"),
                r("F = fermé"));
    return new Disposition(
        "export d’un système",
        classeur,
        Map.ofEntries(
            Map.entry("Export!A4", "Projets.numero"),
            Map.entry("Export!B4", "Projets.promoteur"),
            Map.entry("Export!C4", "Projets.titre"),
            Map.entry("Export!D4", "Projets.dateDebut"),
            Map.entry("Export!E4", "Projets.dateFin"),
            Map.entry("Export!F4", "Projets.aideAccordee"),
            Map.entry("Export!G4", "Projets.aideVerseeAnterieure"),
            Map.entry("Export!H4", "Projets.aideVerseeExercice"),
            Map.entry("Export!I4", "Projets.statut"),
            Map.entry("Export!J4", "Projets.personnesRejointes")),
        Map.of("Projets.statut/A", "EN_COURS", "Projets.statut/F", "TERMINE"));
  }

  static Disposition croix() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Grille",
                r(
                    "No",
                    "Projet",
                    "Groupe porteur",
                    "Régional",
                    "Local",
                    "Montant accordé",
                    "Autres ministères",
                    "Apport du milieu",
                    "Nombre de personnes touchées"),
                r("1", "Halte", "Groupe A", "x", null, 1000, 100, 50, 12),
                r("2", "Escale", "Groupe B", null, "x", 2000, 0, 80, 20),
                r("3", "Refuge", "Groupe C", null, "x", 3000, 300, 0, 31));
    return new Disposition(
        "cases cochées",
        classeur,
        Map.ofEntries(
            Map.entry("Grille!A1", "Projets.numero"),
            Map.entry("Grille!B1", "Projets.titre"),
            Map.entry("Grille!C1", "Projets.promoteur"),
            Map.entry("Grille!D1", "Projets.portee"),
            Map.entry("Grille!E1", "Projets.portee"),
            Map.entry("Grille!F1", "Projets.aideAccordee"),
            Map.entry("Grille!G1", "Projets.autresAidesPubliques"),
            Map.entry("Grille!H1", "Projets.contributionMilieu"),
            Map.entry("Grille!I1", "Projets.personnesRejointes")),
        Map.of());
  }

  static Disposition publique() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Projets financés",
                r("Projets financés par l’Alliance de l’Outaouais, 2022-2023"),
                r("Organisme bénéficiaire", "Nom du projet", "Montant", "Territoire"),
                r("Banque alimentaire", "Dépannage", "12 000 $", "Gatineau"),
                r("Centre Actu-Elle", "Entre femmes", "8 500,50 $", "Papineau"),
                r("Logemen’occupe", "Droits des locataires", "15 000 $", "Gatineau"));
    return new Disposition(
        "liste publique",
        classeur,
        Map.ofEntries(
            Map.entry("Projets financés!A2", "Projets.promoteur"),
            Map.entry("Projets financés!B2", "Projets.titre"),
            Map.entry("Projets financés!C2", "Projets.aideAccordee"),
            Map.entry("Projets financés!D2", "Projets.territoires")),
        Map.of());
  }

  static Disposition formulaires() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Renseignements",
                r("Nom de l’organisme mandataire", "MRC de Bellechasse"),
                r("Numéro de l’entente", "ALL-12"),
                r("Type de mandataire", "MRC"),
                r("Période couverte – début", jour(2022, 4, 1)),
                r("Période couverte – fin", jour(2023, 3, 31)),
                r("Date de signature", jour(2018, 11, 5)),
                r("Fin de l’entente", jour(2024, 3, 31)),
                r("Montant total de l’entente", 2400000),
                r("Rapport d’activités annexé ?", "Oui"),
                r("États financiers annexés ?", "Oui"),
                r("Date de transmission", jour(2023, 6, 15)),
                r("Personne-ressource", "Line Roy"),
                r("Adresse courriel", "lroy@bellechasse.example"))
            .feuille(
                "Revenus et dépenses",
                r("", "Prévisions 2022-2023", "Réel 2022-2023"),
                r("Encaisse au début", 90000, 91250),
                r("Sommes reçues du Ministère", 400000, 398000),
                r("Intérêts bancaires", 800, 912.4),
                r("Revenus autres", 0, 150),
                r("Total des revenus", 400800, 399062.4),
                r("Animation et coordination", 60000, 58100),
                r("Soutien à la participation citoyenne", 9000, 8450.25),
                r("Aide aux projets régionaux", 80000, 80000),
                r("Aide aux projets locaux", 200000, 195500),
                r("Frais de gestion", 20000, 20000),
                r("Dépenses diverses", 1000, 640),
                r("Total des dépenses", 370000, 362690.25),
                r("Encaisse à la fin", 120800, 127622.15),
                r("Sommes engagées", 0, 88000));
    return new Disposition(
        "formulaires",
        classeur,
        Map.ofEntries(
            Map.entry("Renseignements!A1", "Identification.mandataireNom"),
            Map.entry("Renseignements!A2", "Identification.codeEntente"),
            Map.entry("Renseignements!A3", "Identification.mandataireType"),
            Map.entry("Renseignements!A4", "Identification.exerciceDebut"),
            Map.entry("Renseignements!A5", "Identification.exerciceFin"),
            Map.entry("Renseignements!A6", "Identification.dateSignatureEntente"),
            Map.entry("Renseignements!A7", "Identification.dateFinEntente"),
            Map.entry("Renseignements!A8", "Identification.enveloppe"),
            Map.entry("Renseignements!A9", "Identification.rapportActivitesJoint"),
            Map.entry("Renseignements!A10", "Identification.rapportFinancierJoint"),
            Map.entry("Renseignements!A11", "Identification.dateDepot"),
            Map.entry("Renseignements!A12", "Identification.responsableNom"),
            Map.entry("Renseignements!A13", "Identification.responsableCourriel"),
            Map.entry("Revenus et dépenses!A2", "Rapport financier.soldeOuverture"),
            Map.entry("Revenus et dépenses!A3", "Rapport financier.versementsRecus"),
            Map.entry("Revenus et dépenses!A4", "Rapport financier.interets"),
            Map.entry("Revenus et dépenses!A5", "Rapport financier.autresRevenus"),
            Map.entry("Revenus et dépenses!A6", "Rapport financier.totalRevenus"),
            Map.entry("Revenus et dépenses!A7", "Rapport financier.depCoordination"),
            Map.entry("Revenus et dépenses!A8", "Rapport financier.depParticipation"),
            Map.entry("Revenus et dépenses!A9", "Rapport financier.depProjetsRegionaux"),
            Map.entry("Revenus et dépenses!A10", "Rapport financier.depProjetsLocaux"),
            Map.entry("Revenus et dépenses!A11", "Rapport financier.depAdministration"),
            Map.entry("Revenus et dépenses!A12", "Rapport financier.depAutres"),
            Map.entry("Revenus et dépenses!A13", "Rapport financier.totalDepenses"),
            Map.entry("Revenus et dépenses!A14", "Rapport financier.soldeCloture"),
            Map.entry("Revenus et dépenses!A15", "Rapport financier.engagements")),
        Map.of());
  }

  private static final Object[] REGISTRE =
      r(
          "Code du projet",
          "Nom du projet",
          "Nom du demandeur",
          "Montant sollicité",
          "Montant approuvé",
          "Date de dépôt de la demande",
          "Date de signature de l’entente",
          "Échéance",
          "Clientèle ciblée",
          "Volet",
          "Commentaires du conseiller");

  static Disposition archives() {
    Classeur classeur =
        new Classeur()
            .feuille(
                "Archives 2020-2021",
                REGISTRE,
                r(
                    "Z-1",
                    "Ancien",
                    "Groupe Z",
                    900,
                    800,
                    jour(2020, 3, 1),
                    jour(2020, 5, 1),
                    jour(2021, 3, 31),
                    "Familles",
                    "Alimentation",
                    ""))
            .feuille(
                "Projets 2022-2023",
                REGISTRE,
                r(
                    "Z-7",
                    "Panier vert",
                    "Groupe Y",
                    9000,
                    8000,
                    jour(2022, 3, 1),
                    jour(2022, 5, 1),
                    jour(2023, 3, 31),
                    "Familles",
                    "Alimentation",
                    "à suivre"),
                r(
                    "Z-8",
                    "Toit pour elles",
                    "Groupe X",
                    14000,
                    13500,
                    jour(2022, 3, 9),
                    jour(2022, 6, 1),
                    jour(2023, 9, 30),
                    "Femmes",
                    "Logement",
                    ""))
            .feuille("Listes", r("Volet", "Clientèle"), r("Alimentation", "Familles"));
    return new Disposition(
        "registre, archives et listes",
        classeur,
        Map.ofEntries(
            Map.entry("Projets 2022-2023!A1", "Projets.numero"),
            Map.entry("Projets 2022-2023!B1", "Projets.titre"),
            Map.entry("Projets 2022-2023!C1", "Projets.promoteur"),
            Map.entry("Projets 2022-2023!E1", "Projets.aideAccordee"),
            Map.entry("Projets 2022-2023!G1", "Projets.dateProtocole"),
            Map.entry("Projets 2022-2023!H1", "Projets.dateFin"),
            Map.entry("Projets 2022-2023!I1", "Projets.clienteles")),
        Map.of());
  }
}
