package org.verifqis.modele.statistiques;

import java.util.List;
import java.util.function.Function;
import org.verifqis.modele.Instance;
import org.verifqis.modele.Palier;
import org.verifqis.modele.Valeur;
import org.verifqis.modele.Verite;

/** Groups of people that sit on a body, those of the columns of sheet Gouvernance. */
enum Siege {
  ELUS("elus", Instance::elus),
  GOUVERNEMENTAUX("gouvernementaux", Instance::gouvernementaux),
  SOCIOECONOMIQUES("socioeconomiques", Instance::socioeconomiques),
  COMMUNAUTAIRES("communautaires", Instance::communautaires),
  PSPES("pspes", Instance::pspes);

  private final String cle;
  private final Function<Instance, Valeur<Long>> nombre;

  Siege(String cle, Function<Instance, Valeur<Long>> nombre) {
    this.cle = cle;
    this.nombre = nombre;
  }

  /** Its name. */
  Mot mot() {
    return new Mot("champ:" + cle);
  }

  /** Whether somebody of it sits on a body of a level. */
  Verite siege(List<Instance> instances, Palier palier) {
    return Verite.uneDe(
        instances.stream().map(i -> i.palier().est(palier).et(nombre.apply(i).apres(0L))).toList());
  }
}
