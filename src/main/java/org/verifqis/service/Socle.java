package org.verifqis.service;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.verifqis.donnees.LecteurGabarit;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Moteur;
import org.verifqis.regles.Parametres;
import org.verifqis.regles.Registre;
import org.verifqis.regles.ReglesCompilees;

/**
 * What every door stands on: template, register, parameters and rules, loaded once, and the gate
 * for all that is read at once. It serves all threads.
 */
public final class Socle {
  private final Gabarit gabarit;
  private final Registre registre;
  private final Parametres parametres;
  private final Moteur moteur;
  private final Ecluse ecluse;

  private Socle(
      Gabarit gabarit, Registre registre, Parametres parametres, Moteur moteur, Ecluse ecluse) {
    this.gabarit = gabarit;
    this.registre = registre;
    this.parametres = parametres;
    this.moteur = moteur;
    this.ecluse = ecluse;
  }

  /**
   * Loads everything; the rules are prepared when something is first judged.
   *
   * @param parametres file whose values lie over those of the program; null for none
   * @throws org.verifqis.regles.ParametresInvalides if it can't be used
   */
  public static Socle charge(Path parametres) {
    return charge(parametres, ReglesCompilees::charge);
  }

  /**
   * Loads everything, the rules at once and beside the rest: for one workbook that is most of the
   * wait.
   *
   * @param parametres file whose values lie over those of the program; null for none
   * @throws org.verifqis.regles.ParametresInvalides if it can't be used
   */
  public static Socle prepare(Path parametres) {
    return charge(parametres, CompletableFuture.supplyAsync(ReglesCompilees::charge)::join);
  }

  private static Socle charge(Path parametres, Supplier<ReglesCompilees> regles) {
    Parametres propres = Parametres.charge();
    Parametres valeurs = parametres == null ? propres : propres.avec(parametres);
    Registre registre = Registre.charge();
    return new Socle(
        LecteurGabarit.charge(),
        registre,
        valeurs,
        new Moteur(registre, valeurs, regles),
        Ecluse.duProcessus());
  }

  /** The same with another engine; the gate is the same one. */
  public Socle avec(Moteur autre) {
    return new Socle(gabarit, registre, parametres, autre, ecluse);
  }

  /** The same under other figures; the rules, once prepared, are the same ones. */
  public Socle avec(Parametres autres) {
    return new Socle(gabarit, registre, autres, moteur.avec(autres, null), ecluse);
  }

  /** The same with another gate. */
  Socle avec(Ecluse autre) {
    return new Socle(gabarit, registre, parametres, moteur, autre);
  }

  /** The template. */
  public Gabarit gabarit() {
    return gabarit;
  }

  /** The register of rules. */
  public Registre registre() {
    return registre;
  }

  /** The figures in force. */
  public Parametres parametres() {
    return parametres;
  }

  /** What judges. */
  public Moteur moteur() {
    return moteur;
  }

  /** The gate through which goes all that is read. */
  Ecluse ecluse() {
    return ecluse;
  }
}
