package org.verifqis.modele;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A reddition as it would be with another value in one cell. */
public final class Retouche {
  private Retouche() {}

  /** The value of a field or of a record that stands in a cell; empty if none does. */
  public static Optional<Valeur<?>> valeur(Reddition reddition, Emplacement lieu) {
    return fiches(reddition)
        .flatMap(fiche -> Contenu.valeurs(fiche).values().stream())
        .filter(valeur -> valeur.ligne() > 0 && meme(valeur.emplacement(), lieu))
        .findFirst();
  }

  private static Stream<Record> fiches(Reddition r) {
    List<Record> fiches = new ArrayList<>();
    fiches.add(r.identification());
    fiches.add(r.rapportFinancier());
    List.of(r.versements(), r.projets(), r.instances(), r.implications(), r.priorites(), r.volets())
        .forEach(fiches::addAll);
    return fiches.stream();
  }

  private static boolean meme(Emplacement un, Emplacement autre) {
    return un.feuille().equals(autre.feuille())
        && un.ligne() == autre.ligne()
        && un.colonne() == autre.colonne();
  }

  /** The reddition with another content in the cell of a value. */
  public static Reddition avec(Reddition reddition, Valeur<?> valeur, Object contenu) {
    Emplacement lieu = valeur.emplacement();
    Valeur<?> autre =
        Valeur.connue(
            contenu, null, lieu.feuille(), valeur.champ(), valeur.ligne(), valeur.colonne());
    return copie(reddition, valeur, autre);
  }

  /** The record with the value replaced, in it or in the records that it holds. */
  private static <R extends Record> R copie(R fiche, Valeur<?> ancienne, Valeur<?> nouvelle) {
    RecordComponent[] composants = fiche.getClass().getRecordComponents();
    Object[] valeurs = new Object[composants.length];
    try {
      for (int i = 0; i < composants.length; i++) {
        valeurs[i] = remplace(composants[i].getAccessor().invoke(fiche), ancienne, nouvelle);
      }
      Class<?>[] types =
          Arrays.stream(composants).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked")
      Constructor<R> constructeur = (Constructor<R>) fiche.getClass().getDeclaredConstructor(types);
      return constructeur.newInstance(valeurs);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object remplace(Object valeur, Valeur<?> ancienne, Valeur<?> nouvelle) {
    if (valeur == ancienne) {
      return nouvelle;
    }
    if (valeur instanceof Identification || valeur instanceof RapportFinancier) {
      return copie((Record) valeur, ancienne, nouvelle);
    }
    if (valeur instanceof List<?> liste && !liste.isEmpty() && liste.get(0) instanceof Fiche) {
      return liste.stream().map(fiche -> copie((Record) fiche, ancienne, nouvelle)).toList();
    }
    return valeur;
  }
}
