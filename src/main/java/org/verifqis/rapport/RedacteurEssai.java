package org.verifqis.rapport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Essai;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.TypeValeur;

/** Writes what a correspondance found in a workbook, and what it left, for a terminal. */
public final class RedacteurEssai {
  private static final int AU_PLUS = 40;

  /** Of sheets that lie alike so many are named. */
  private static final int FEUILLES = 6;

  private final Mots mots;

  /** In these words. */
  public RedacteurEssai(Mots mots) {
    this.mots = mots;
  }

  /** Writes it; the workbook is told by this name. */
  public void console(Essai essai, String classeur, Charset jeu, OutputStream sortie)
      throws IOException {
    PrintWriter console = new PrintWriter(new OutputStreamWriter(sortie, jeu));
    ligne(console, dit("essai.titre", essai.nom(), essai.fichier(), classeur));
    if (essai.blocs().isEmpty()) {
      ligne(console, "");
      ligne(console, dit("essai.rien"));
    }
    semblables(essai).forEach((dits, blocs) -> blocs(console, dits, blocs));
    liste(console, "essai.absents", essai.absents().stream().map(this::manque).toList());
    liste(console, "essai.nouveaux", essai.nouveaux().stream().map(this::entete).toList());
    liste(console, "essai.mots", sansCode(essai));
    liste(console, "essai.illisibles", illisibles(essai));
    liste(console, "essai.sautees", essai.sautees().stream().map(this::rangee).toList());
    liste(console, "essai.doubles", essai.doubles().stream().map(this::doublee).toList());
    liste(console, "essai.orphelines", essai.orphelines().stream().map(this::entete).toList());
    liste(console, "essai.totaux", essai.totaux().stream().map(this::controle).toList());
    if (console.checkError()) {
      throw new IOException("the terminal can't be written to");
    }
  }

  /** Numbers as the language writes them. */
  private String dit(String cle, Object... valeurs) {
    return mots.mot(
        cle,
        Arrays.stream(valeurs)
            .map(v -> v instanceof Number nombre ? mots.format().nombre(nombre) : v)
            .toArray());
  }

  private static void ligne(PrintWriter console, String texte) {
    console.print(Inoffensif.ligne(texte) + "\n");
  }

  private void liste(PrintWriter console, String titre, List<String> lignes) {
    if (lignes.isEmpty()) {
      return;
    }
    ligne(console, "");
    ligne(console, dit(titre));
    lignes.stream().limit(AU_PLUS).forEach(une -> ligne(console, "  " + une));
    if (lignes.size() > AU_PLUS) {
      ligne(console, "  " + dit("essai.autres", lignes.size() - AU_PLUS));
    }
  }

  /** The blocks of which the same is told, sheet after sheet, by that. */
  private Map<List<String>, List<Essai.Bloc>> semblables(Essai essai) {
    Map<List<String>, List<Essai.Bloc>> semblables = new LinkedHashMap<>();
    for (Essai.Bloc bloc : essai.blocs()) {
      List<String> dits = new ArrayList<>();
      dits.add(bloc.vers() + " " + bloc.entete());
      for (Essai.Trouve trouve : bloc.trouves()) {
        String champ = trouve.champ().libelle();
        String sous = trouve.entete();
        dits.add(sous.isEmpty() ? dit("essai.trouve", champ) : dit("essai.sous", champ, sous));
        trouve.sources().forEach(source -> dits.add(source(source)));
      }
      bloc.manquants().forEach(m -> dits.add(dit("essai.manque", m)));
      semblables.computeIfAbsent(dits, d -> new ArrayList<>()).add(bloc);
    }
    return semblables;
  }

  private void blocs(PrintWriter console, List<String> dits, List<Essai.Bloc> blocs) {
    Essai.Bloc premier = blocs.get(0);
    boolean seul = blocs.size() == 1;
    String cle = premier.entete() == 0 ? "essai.formulaire" : "essai.bloc";
    int fiches = blocs.stream().mapToInt(Essai.Bloc::fiches).sum();
    ligne(console, "");
    ligne(
        console,
        dit(
            seul ? cle : cle + "s",
            premier.vers(),
            seul ? premier.feuille() : feuilles(blocs),
            premier.enColonnes()
                ? dit("essai.enColonne", Emplacement.lettres(premier.entete()))
                : dit("essai.enLigne", premier.entete()),
            fiches));
    dits.stream().skip(1).forEach(une -> ligne(console, une));
  }

  private String feuilles(List<Essai.Bloc> blocs) {
    List<String> noms =
        blocs.stream().map(b -> dit("essai.nom", b.feuille())).limit(FEUILLES).toList();
    int autres = blocs.size() - noms.size();
    String nommees = String.join(", ", noms);
    return autres == 0 ? nommees : dit("essai.feuilles", nommees, autres);
  }

  private String source(Essai.Ailleurs source) {
    String cle =
        source.colonne().isEmpty()
            ? source.cle().isEmpty() ? "essai.sourceComptees" : "essai.sourceComptee"
            : source.cle().isEmpty() ? "essai.sourceEntiere" : "essai.source";
    return dit(cle, source.colonne(), String.join(", ", source.feuilles()), source.cle());
  }

  private String manque(Essai.Manque manque) {
    String quoi = manque.feuille() == null ? "feuille" : manque.nom() == null ? "rangee" : "entete";
    String dit = dit("essai.absent." + quoi, manque.pour(), manque.feuille(), manque.nom());
    return manque.proche() == null ? dit : dit + dit("essai.proche", manque.proche());
  }

  private String entete(Essai.Entete entete) {
    return dit("essai.entete", entete.texte(), lieu(entete.lieu()));
  }

  private String doublee(Emplacement rangee) {
    return dit("essai.double", rangee.feuille().nom(), rangee.ligne(), rangee.feuille().cle());
  }

  private String rangee(Essai.Rangee rangee) {
    return dit(
        "essai.rangee",
        rangee.lieu().feuille().nom(),
        rangee.enColonne()
            ? dit("essai.colonne", Emplacement.lettres(rangee.lieu().colonne()))
            : dit("essai.ligne", rangee.lieu().ligne()),
        rangee.texte(),
        dit("essai.motif." + rangee.motif()));
  }

  private String controle(Essai.Controle controle) {
    return dit(
        controle.concorde() ? "essai.concorde" : "essai.ecart",
        lieu(controle.lieu()),
        controle.champ().libelle(),
        chiffre(controle, controle.leur()),
        chiffre(controle, controle.notre()));
  }

  private String chiffre(Essai.Controle controle, BigDecimal chiffre) {
    return controle.champ().type() == TypeValeur.MONTANT
        ? mots.format().montant(new Montant(chiffre))
        : mots.format().nombre(chiffre);
  }

  /** The values that can't be read, and why: each with where it first stands and how often. */
  private List<String> illisibles(Essai essai) {
    Map<List<String>, List<Anomalie>> semblables = new LinkedHashMap<>();
    anomalies(essai, Nature.VALEUR_ILLISIBLE)
        .forEach(
            a -> {
              String raison = "essai.raison." + a.detail();
              List<String> dits =
                  List.of(
                      a.faits().get("champ").toString(),
                      a.faits().get("valeur").toString(),
                      dit(mots.contient(raison) ? raison : "essai.raison.autre"));
              semblables.computeIfAbsent(dits, d -> new ArrayList<>()).add(a);
            });
    List<String> lignes = new ArrayList<>();
    semblables.forEach(
        (dits, anomalies) -> {
          String ou = lieu(anomalies.get(0).emplacements().get(0));
          String une = dit("essai.illisible", ou, dits.get(0), dits.get(1), dits.get(2));
          lignes.add(anomalies.size() == 1 ? une : dit("essai.mot", une, anomalies.size()));
        });
    return lignes;
  }

  /** The words that are no code, each with how often it stands. */
  private List<String> sansCode(Essai essai) {
    Map<String, Integer> fois = new TreeMap<>();
    anomalies(essai, Nature.CODE_INCONNU)
        .map(Anomalie::faits)
        .forEach(
            f -> fois.merge(dit("essai.champ", f.get("champ"), f.get("valeur")), 1, Integer::sum));
    return fois.entrySet().stream().map(e -> dit("essai.mot", e.getKey(), e.getValue())).toList();
  }

  private static Stream<Anomalie> anomalies(Essai essai, Nature nature) {
    return essai.reddition().releves().stream()
        .filter(r -> r.nature() == nature)
        .flatMap(r -> r.anomalies().stream());
  }

  private static String lieu(Emplacement lieu) {
    return lieu.feuille().nom() + "!" + lieu.reference();
  }
}
