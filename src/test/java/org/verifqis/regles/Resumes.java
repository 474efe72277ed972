package org.verifqis.regles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Champ;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Resume;
import org.verifqis.modele.Resume.Suivi;
import org.verifqis.modele.Statut;
import org.verifqis.modele.TypeVersement;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Versement;

/** Redditions made by hand, for the rules that set them against each other. */
final class Resumes {
  static final Gabarit GABARIT = LecteurGabarit.charge();
  private static final Object ILLISIBLE = new Object();

  private final String entente;
  private final int annee;
  private final Map<String, Object> valeurs = new HashMap<>();
  private final List<Versement> versements = new ArrayList<>();
  private final List<Suivi> projets = new ArrayList<>();
  private Feuille.Etat etat = Feuille.Etat.LUE;
  private boolean recevable = true;
  private boolean situee = true;
  private String nom;

  private Resumes(String entente, int annee) {
    this.entente = entente;
    this.annee = annee;
    this.nom = entente + "-" + annee + ".xlsx";
    valeurs.put("dateSignatureEntente", LocalDate.of(2018, 6, 1));
    valeurs.put("dateFinEntente", LocalDate.of(2024, 3, 31));
    valeurs.put("dateDepot", LocalDate.of(annee + 1, 6, 15));
    valeurs.put("enveloppe", Montant.de("1000000"));
    valeurs.put("soldeOuverture", Montant.de("100"));
    valeurs.put("soldeCloture", Montant.de("100"));
  }

  static Resumes de(String entente, int annee) {
    return new Resumes(entente, annee);
  }

  Resumes avec(String cle, Object valeur) {
    valeurs.put(cle, valeur);
    return this;
  }

  Resumes illisible(String cle) {
    return avec(cle, ILLISIBLE);
  }

  Resumes nomme(String fichier) {
    nom = fichier;
    return this;
  }

  Resumes irrecevable() {
    recevable = false;
    return this;
  }

  /** An agreement that can't be read: the reddition can't be assessed. */
  Resumes sansEntente() {
    situee = false;
    return irrecevable();
  }

  Resumes sansTables() {
    etat = Feuille.Etat.ABSENTE;
    return this;
  }

  Resumes versement(String numero, TypeVersement type, LocalDate date, String montant) {
    versements.add(
        new Versement(
            valeur("Versements", "numero", numero),
            valeur("Versements", "type", type),
            valeur("Versements", "date", date),
            valeur("Versements", "montant", Montant.de(montant)),
            valeur("Versements", "reference", null)));
    return this;
  }

  /** A project; a number, a title or an NEQ of "?" can't be read. */
  Resumes projet(String numero, String titre, String neq, String anterieure, String exercice) {
    projets.add(
        new Suivi(
            valeur("Projets", "numero", numero),
            valeur("Projets", "titre", titre),
            valeur("Projets", "neq", neq),
            valeur("Projets", "statut", Statut.EN_COURS),
            valeur("Projets", "aideVerseeAnterieure", Montant.de(anterieure)),
            valeur("Projets", "aideVerseeExercice", Montant.de(exercice))));
    return this;
  }

  /** The last project with another statut; null can't be read. */
  Resumes deStatut(Statut statut) {
    Suivi dernier = projets.remove(projets.size() - 1);
    projets.add(
        new Suivi(
            dernier.numero(),
            dernier.titre(),
            dernier.neq(),
            valeur("Projets", "statut", statut == null ? ILLISIBLE : statut),
            dernier.aideVerseeAnterieure(),
            dernier.aideVerseeExercice()));
    return this;
  }

  Resume fini() {
    return fini(new LongAdder());
  }

  /** With rows that count how often one of them is looked at. */
  Resume fini(LongAdder regards) {
    Exercice exercice = new Exercice(annee);
    return new Resume(
        new Reddition.Fichier(nom, Integer.toHexString(nom.hashCode()), 1),
        situee ? GABARIT.ententes().get(entente) : null,
        exercice,
        annee < 2024 ? "2017-2024" : "2024-2029",
        recevable,
        valeur("Identification", "dateSignatureEntente"),
        valeur("Identification", "dateFinEntente"),
        valeur("Identification", "dateDepot"),
        valeur("Identification", "enveloppe"),
        valeur("Rapport financier", "soldeOuverture"),
        valeur("Rapport financier", "soldeCloture"),
        feuille("Versements", etat),
        feuille("Projets", etat),
        new Regardee<>(List.copyOf(versements), regards),
        new Regardee<>(List.copyOf(projets), regards));
  }

  private <T> Valeur<T> valeur(String feuille, String cle) {
    return valeur(feuille, cle, valeurs.get(cle));
  }

  @SuppressWarnings("unchecked")
  private static <T> Valeur<T> valeur(String nom, String cle, Object contenu) {
    Gabarit.FeuilleVoulue voulue =
        GABARIT.feuilles().stream().filter(f -> f.nom().equals(nom)).findFirst().orElseThrow();
    Champ champ =
        voulue.champs().stream().filter(c -> c.cle().equals(cle)).findFirst().orElseThrow();
    Feuille feuille = feuille(nom, Feuille.Etat.LUE);
    if (contenu == null) {
      return Valeur.vide(feuille, champ, 2, 2);
    }
    return contenu == ILLISIBLE || contenu.equals("?")
        ? Valeur.illisible("?", feuille, champ, 2, 2)
        : Valeur.connue((T) contenu, null, feuille, champ, 2, 2);
  }

  private static Feuille feuille(String nom, Feuille.Etat etat) {
    int rang = GABARIT.feuilles().stream().map(Gabarit.FeuilleVoulue::nom).toList().indexOf(nom);
    return new Feuille(nom, nom, rang, etat);
  }
}
