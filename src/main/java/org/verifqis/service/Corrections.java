package org.verifqis.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.LecteurReddition;
import org.verifqis.classeur.Source;
import org.verifqis.modele.Contenu;
import org.verifqis.modele.Correction;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;
import org.verifqis.service.Guichet.Ecrivain;

/**
 * What was typed for the cells of a reddition: only those that hold a value of it are ever written
 * to.
 *
 * @param faites what is to be written
 * @param ecartees what is for other cells
 */
record Corrections(List<Correction> faites, List<Tapee> ecartees) {
  private record Cellule(String feuille, int ligne, int colonne) {}

  static Corrections de(LecteurReddition lecteur, Reddition reddition, List<Tapee> tapees) {
    Map<Cellule, Valeur<?>> valeurs = new HashMap<>();
    for (List<? extends Record> fiches : reddition.fiches().values()) {
      for (Record fiche : fiches) {
        for (Valeur<?> valeur : Contenu.valeurs(fiche).values()) {
          Emplacement lieu = valeur.emplacement();
          if (valeur.ligne() > 0) {
            valeurs.put(
                new Cellule(lieu.feuille().cle(), valeur.ligne(), valeur.colonne()), valeur);
          }
        }
      }
    }
    List<Correction> faites = new ArrayList<>();
    List<Tapee> ecartees = new ArrayList<>();
    for (Tapee tapee : tapees) {
      Valeur<?> valeur = valeurs.get(new Cellule(tapee.feuille(), tapee.ligne(), tapee.colonne()));
      if (valeur == null) {
        ecartees.add(tapee);
      } else {
        faites.add(lecteur.corrige(valeur, tapee.texte()));
      }
    }
    return new Corrections(List.copyOf(faites), List.copyOf(ecartees));
  }

  Corrige corrige(Source surDisque, Ecrivain ecrivain) throws IOException {
    if (faites.isEmpty()) {
      return new Corrige(Files.readAllBytes(surDisque.chemin()), ecartees);
    }
    ByteArrayOutputStream copie = new ByteArrayOutputStream();
    ecrivain.ecris(surDisque, faites, copie);
    return new Corrige(copie.toByteArray(), ecartees);
  }
}
