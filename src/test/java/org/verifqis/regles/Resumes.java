package org.verifqis.regles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.fixtures.FicheDEssai;
import org.verifqis.modele.Exercice;
import org.verifqis.modele.Feuille;
import org.verifqis.modele.Gabarit;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Portee;
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

  private final String entente;
  private final int annee;
  private final Map<String, Object> valeurs = new HashMap<>();
  private final List<Versement> versements = new ArrayList<>();
  private final List<Map<String, Object>> projets = new ArrayList<>();
  private Feuille.Etat etat = Feuille.Etat.LUE;
  private boolean recevable = true;
  private boolean situee = true;
  private String nom;

  private Resumes(String entente, int annee) {
    this.entente = entente;
    this.annee = annee;
    this.nom = entente + "-" + annee + ".xlsx";
    valeurs.put("exerciceFin", LocalDate.of(annee + 1, 3, 31));
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
    return avec(cle, FicheDEssai.ILLISIBLE);
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
        Versement.de(
            FicheDEssai.de(
                "Versements",
                versements.size() + 2,
                "numero",
                numero,
                "type",
                type,
                "date",
                date,
                "montant",
                Montant.de(montant))));
    return this;
  }

  /** A running project; a number, a title or an NEQ of "?" can't be read. */
  Resumes projet(String numero, String titre, String neq, String anterieure, String exercice) {
    Map<String, Object> projet = new HashMap<>();
    projet.put("numero", numero);
    projet.put("titre", titre);
    projet.put("promoteur", "Les Amis");
    projet.put("neq", neq);
    projet.put("portee", Portee.LOCALE);
    projet.put("dateFin", LocalDate.of(annee, 12, 31));
    projet.put("statut", Statut.EN_COURS);
    projet.put("aideAccordee", Montant.de("20"));
    projet.put("aideVerseeAnterieure", Montant.de(anterieure));
    projet.put("aideVerseeExercice", Montant.de(exercice));
    projets.add(projet);
    return this;
  }

  /** The last project with another value; "?" can't be read. */
  Resumes dont(String cle, Object contenu) {
    projets.get(projets.size() - 1).put(cle, contenu);
    return this;
  }

  /** The last project with another statut; null can't be read. */
  Resumes deStatut(Statut statut) {
    return dont("statut", statut == null ? "?" : statut);
  }

  private Suivi suivi(int rang) {
    return new Suivi(
        duProjet(rang, "numero"),
        duProjet(rang, "titre"),
        duProjet(rang, "promoteur"),
        duProjet(rang, "neq"),
        duProjet(rang, "portee"),
        duProjet(rang, "dateFin"),
        duProjet(rang, "statut"),
        duProjet(rang, "aideAccordee"),
        duProjet(rang, "aideVerseeAnterieure"),
        duProjet(rang, "aideVerseeExercice"));
  }

  private <T> Valeur<T> duProjet(int rang, String cle) {
    return FicheDEssai.valeur("Projets", cle, projets.get(rang).get(cle), rang + 2);
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
        valeur("Identification", "exerciceFin"),
        valeur("Identification", "dateSignatureEntente"),
        valeur("Identification", "dateFinEntente"),
        valeur("Identification", "dateDepot"),
        valeur("Identification", "enveloppe"),
        valeur("Rapport financier", "soldeOuverture"),
        valeur("Rapport financier", "soldeCloture"),
        FicheDEssai.feuille("Versements", etat),
        FicheDEssai.feuille("Projets", etat),
        new Regardee<>(List.copyOf(versements), regards),
        new Regardee<>(IntStream.range(0, projets.size()).mapToObj(this::suivi).toList(), regards));
  }

  private <T> Valeur<T> valeur(String feuille, String cle) {
    return FicheDEssai.valeur(feuille, cle, valeurs.get(cle), 2);
  }
}
