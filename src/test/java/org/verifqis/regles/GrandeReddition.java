package org.verifqis.regles;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Onglet;
import org.verifqis.modele.Reddition;
import org.verifqis.modele.Valeur;

/** A reddition made long in memory: the rows of every table again and again, each time renamed. */
public final class GrandeReddition {
  /** What tells rows apart; each name stands twice, so that repetitions grow with the rest. */
  private static final Set<String> NOMS = Set.of("numero", "titre", "nom", "promoteur");

  private GrandeReddition() {}

  /** With so many times the rows. */
  public static Reddition de(Reddition modele, int fois) {
    return de(modele, fois, new LongAdder());
  }

  /** With so many times the rows, which count how often one of them is looked at. */
  static Reddition de(Reddition modele, int fois, LongAdder regards) {
    Reddition grande = modele;
    for (Onglet onglet : modele.tables().keySet()) {
      grande = grande.avec(onglet, repete(modele.fiches().get(onglet), fois, regards));
    }
    return grande;
  }

  private static <T> List<T> repete(List<T> lignes, int fois, LongAdder regards) {
    List<T> toutes = new ArrayList<>(lignes.size() * fois);
    for (int tour = 0; tour < fois; tour++) {
      for (T ligne : lignes) {
        toutes.add(copie(ligne, tour, tour * lignes.size()));
      }
    }
    return new Regardee<>(toutes, regards);
  }

  @SuppressWarnings("unchecked")
  private static <T> T copie(T ligne, int tour, int decalage) {
    try {
      RecordComponent[] champs = ligne.getClass().getRecordComponents();
      Class<?>[] types = new Class<?>[champs.length];
      Object[] valeurs = new Object[champs.length];
      for (int i = 0; i < champs.length; i++) {
        types[i] = champs[i].getType();
        valeurs[i] = copie((Valeur<?>) champs[i].getAccessor().invoke(ligne), tour, decalage);
      }
      return (T) ligne.getClass().getDeclaredConstructor(types).newInstance(valeurs);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Valeur<?> copie(Valeur<?> valeur, int tour, int decalage) {
    Emplacement lieu = valeur.emplacement();
    if (!valeur.estConnue() || lieu.ligne() == 0) {
      return valeur;
    }
    boolean nom = NOMS.contains(valeur.champ().cle()) && valeur.contenu() instanceof String;
    Object contenu = nom ? valeur.contenu() + " " + tour / 2 : valeur.contenu();
    return Valeur.connue(
        contenu, null, lieu.feuille(), valeur.champ(), valeur.ligne() + decalage, valeur.colonne());
  }
}
