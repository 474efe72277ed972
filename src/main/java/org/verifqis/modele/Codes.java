package org.verifqis.modele;

import java.util.List;

/** The enums of the gabarit's closed lists, told once. */
public final class Codes {
  /** All of them. */
  public static final List<Class<? extends Code>> CLASSES =
      List.of(
          Bailleur.class,
          CategorieOrganisme.class,
          Clientele.class,
          Etape.class,
          FamillePartenaires.class,
          Forme.class,
          ModeGestion.class,
          ModeSelection.class,
          Moyen.class,
          NiveauParticipation.class,
          Palier.class,
          Portee.class,
          RoleInstance.class,
          Statut.class,
          Theme.class,
          TypeInstance.class,
          TypeIntervention.class,
          TypeMandataire.class,
          TypeReddition.class,
          TypeVersement.class,
          VoletBilan.class);

  private Codes() {}
}
