package org.verifqis.modele;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A reddition as it would be with another value in one cell. */
public final class Retouche {
  private Retouche() {}

  /** The value of a field or of a record that stands in a cell; empty if none does. */
  public static Optional<Valeur<?>> valeur(Reddition reddition, Emplacement lieu) {
    List<? extends Record> fiches =
        reddition.fiches().entrySet().stream()
            .filter(onglet -> onglet.getKey().nom().equals(lieu.feuille().cle()))
            .flatMap(onglet -> onglet.getValue().stream())
            .toList();
    return parProximite(fiches, lieu.ligne())
        .flatMap(fiche -> Contenu.valeurs(fiche).values().stream())
        .filter(
            valeur ->
                valeur.ligne() > 0 && !valeur.estComposee() && meme(valeur.emplacement(), lieu))
        .findFirst();
  }

  /** First those of a row, then all: looking at the values of a record takes its time. */
  private static Stream<? extends Record> parProximite(List<? extends Record> fiches, int ligne) {
    Predicate<Record> ici =
        fiche -> fiche instanceof Fiche rangee && rangee.identifiant().ligne() == ligne;
    return Stream.concat(fiches.stream().filter(ici), fiches.stream().filter(ici.negate()));
  }

  private static boolean meme(Emplacement un, Emplacement autre) {
    return un.feuille().equals(autre.feuille())
        && un.ligne() == autre.ligne()
        && un.colonne() == autre.colonne();
  }

  /** The reddition with another content in the cell of a value; all other records stay as is. */
  public static Reddition avec(Reddition reddition, Valeur<?> valeur, Object contenu) {
    Emplacement lieu = valeur.emplacement();
    Valeur<?> autre =
        Valeur.connue(
            contenu, null, lieu.feuille(), valeur.champ(), valeur.ligne(), valeur.colonne());
    Onglet onglet = Onglet.de(lieu.feuille().cle());
    List<? extends Record> fiches = reddition.fiches().get(onglet);
    Record ancienne =
        parProximite(fiches, valeur.ligne())
            .filter(fiche -> Contenu.valeurs(fiche).values().stream().anyMatch(v -> v == valeur))
            .findFirst()
            .orElse(null);
    return reddition.avec(
        onglet,
        fiches.stream()
            .map(fiche -> fiche == ancienne ? copie(fiche, valeur, autre) : fiche)
            .toList());
  }

  /** The record with the value replaced. */
  private static <R extends Record> R copie(R fiche, Valeur<?> ancienne, Valeur<?> nouvelle) {
    RecordComponent[] composants = fiche.getClass().getRecordComponents();
    Object[] valeurs = new Object[composants.length];
    try {
      for (int i = 0; i < composants.length; i++) {
        Object valeur = composants[i].getAccessor().invoke(fiche);
        valeurs[i] = valeur == ancienne ? nouvelle : valeur;
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
}
