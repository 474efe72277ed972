package org.verifqis.service.depot;

import static org.verifqis.service.depot.EtatDossier.ADOPTE;
import static org.verifqis.service.depot.EtatDossier.ATTENDU;
import static org.verifqis.service.depot.EtatDossier.A_CORRIGER;
import static org.verifqis.service.depot.EtatDossier.DEPOSE;

import java.util.Map;
import java.util.Optional;

/**
 * What may be done with a reddition: by whom, from which state, and to which it leads. This is all
 * there is of it; each is an event of the journal under its name.
 */
public enum Geste {
  DEPOSER(Role.COORDINATION, Map.of(ATTENDU, DEPOSE, DEPOSE, DEPOSE, A_CORRIGER, DEPOSE)),
  DEMANDER_CORRECTIONS(Role.PERSONNEL, Map.of(DEPOSE, A_CORRIGER, A_CORRIGER, A_CORRIGER)),
  ACCEPTER_CONSTAT(Role.PERSONNEL, Map.of(DEPOSE, DEPOSE, A_CORRIGER, A_CORRIGER)),
  RETIRER_ACCEPTATION(Role.PERSONNEL, Map.of(DEPOSE, DEPOSE, A_CORRIGER, A_CORRIGER)),
  ADOPTER(Role.PERSONNEL, Map.of(DEPOSE, ADOPTE)),
  ROUVRIR(Role.PERSONNEL, Map.of(ADOPTE, DEPOSE));

  private final Role role;
  private final Map<EtatDossier, EtatDossier> passages;

  Geste(Role role, Map<EtatDossier, EtatDossier> passages) {
    this.role = role;
    this.passages = passages;
  }

  /** Who does it. */
  public Role role() {
    return role;
  }

  /** To which state it leads from one; empty where it can't be done. */
  public Optional<EtatDossier> depuis(EtatDossier etat) {
    return Optional.ofNullable(passages.get(etat));
  }

  /** Whether an account may do it, in a state. */
  public boolean permis(Role sien, EtatDossier etat) {
    return sien == role && passages.containsKey(etat);
  }
}
