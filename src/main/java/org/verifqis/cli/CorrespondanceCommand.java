package org.verifqis.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.verifqis.classeur.Limites;
import org.verifqis.classeur.Source;
import org.verifqis.classeur.correspondance.Correspondance;
import org.verifqis.classeur.correspondance.Essai;
import org.verifqis.classeur.correspondance.LecteurProfil;
import org.verifqis.modele.Anomalie;
import org.verifqis.modele.Emplacement;
import org.verifqis.modele.Montant;
import org.verifqis.modele.Releve.Nature;
import org.verifqis.modele.TypeValeur;
import org.verifqis.rapport.Format;
import org.verifqis.service.Guichet;
import org.verifqis.service.Issue;
import org.verifqis.service.Reglages;
import org.verifqis.service.Socle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verifqis correspondance}: what concerns the profiles by which workbooks are read. */
@Command(
    name = "correspondance",
    aliases = "mapping",
    sortOptions = false,
    synopsisSubcommandLabel = "${bundle:label.COMMANDE}")
final class CorrespondanceCommand implements Runnable, Several {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  CorrespondanceCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public List<Object> commands() {
    return List.of(new ProposerCommand(environment, messages), new Essayer(environment, messages));
  }

  @Override
  public void run() {
    throw messages.wrongUse(spec, "correspondance.commande");
  }

  /** {@code verifqis correspondance essayer}: what a profile finds in a workbook. */
  @Command(name = "essayer", aliases = "try", sortOptions = false)
  static final class Essayer implements Callable<Integer> {
    private static final int SHOWN = 40;

    /** Of sheets that lie alike so many are named. */
    private static final int SHEETS = 6;

    private final Environment environment;
    private final Messages messages;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROFIL", descriptionKey = "correspondance.profil")
    private Path profile;

    @Parameters(index = "1", paramLabel = "CLASSEUR", descriptionKey = "convertir.classeur")
    private Path file;

    @Mixin private JudgeOptions options;

    Essayer(Environment environment, Messages messages) {
      this.environment = environment;
      this.messages = messages;
    }

    @Override
    public Integer call() throws IOException {
      Limites limits = options.limits(messages);
      Socle base = options.loaded(messages);
      List<Correspondance> profiles =
          CorrespondanceOption.load(
              profile, spec, messages, LecteurProfil.aEssayer(base.gabarit()));
      Guichet counter = new Guichet(base, Reglages.parDefaut().avec(limits));
      boolean read = true;
      for (Correspondance own : profiles) {
        Issue<Essai> tried = counter.essaie(Source.de(file), own);
        if (tried.reussie()) {
          print(tried.valeur(), environment.out());
          read &= !tried.valeur().blocs().isEmpty();
        } else {
          environment.err().println(messages.refusals().ligne(tried.erreur()));
          read = false;
        }
      }
      environment.out().flush();
      return (read ? ExitStatus.CLEAN : ExitStatus.NOT_READ).code();
    }

    private void print(Essai tried, PrintStream out) {
      Correspondance own = tried.correspondance();
      out.println(messages.text("essai.titre", own.nom(), own.fichier(), file.getFileName()));
      if (tried.blocs().isEmpty()) {
        out.println();
        out.println(messages.text("essai.rien"));
      }
      alike(tried).forEach((told, blocks) -> print(told, blocks, out));
      list(out, "essai.absents", tried.absents().stream().map(this::told).toList());
      list(out, "essai.nouveaux", tried.nouveaux().stream().map(this::told).toList());
      list(out, "essai.mots", words(tried));
      list(out, "essai.illisibles", illegible(tried));
      list(out, "essai.sautees", tried.sautees().stream().map(this::told).toList());
      list(out, "essai.doubles", tried.doubles().stream().map(this::told).toList());
      list(out, "essai.orphelines", tried.orphelines().stream().map(this::told).toList());
      list(out, "essai.totaux", tried.totaux().stream().map(this::told).toList());
    }

    /** The blocks of which the same is told, sheet after sheet, by that. */
    private Map<List<String>, List<Essai.Bloc>> alike(Essai tried) {
      Map<List<String>, List<Essai.Bloc>> alike = new LinkedHashMap<>();
      for (Essai.Bloc block : tried.blocs()) {
        List<String> told = new ArrayList<>();
        told.add(block.vers() + " " + block.entete());
        for (Essai.Trouve found : block.trouves()) {
          String under = found.entete();
          told.add(
              under.isEmpty()
                  ? messages.text("essai.trouve", found.champ().libelle())
                  : messages.text("essai.sous", found.champ().libelle(), under));
          found.sources().forEach(source -> told.add(told(source)));
        }
        block.manquants().forEach(m -> told.add(messages.text("essai.manque", m)));
        alike.computeIfAbsent(told, t -> new ArrayList<>()).add(block);
      }
      return alike;
    }

    private void print(List<String> told, List<Essai.Bloc> blocks, PrintStream out) {
      Essai.Bloc first = blocks.get(0);
      int records = blocks.stream().mapToInt(Essai.Bloc::fiches).sum();
      String key = first.entete() == 0 ? "essai.formulaire" : "essai.bloc";
      List<String> sheets =
          blocks.stream().map(b -> messages.text("essai.nom", b.feuille())).limit(SHEETS).toList();
      String named = String.join(", ", sheets);
      int others = blocks.size() - sheets.size();
      out.println();
      out.println(
          messages.text(
              blocks.size() == 1 ? key : key + "s",
              first.vers(),
              blocks.size() == 1
                  ? first.feuille()
                  : others == 0 ? named : messages.text("essai.feuilles", named, others),
              first.entete(),
              records));
      told.stream().skip(1).forEach(out::println);
    }

    private void list(PrintStream out, String title, List<String> lines) {
      if (lines.isEmpty()) {
        return;
      }
      out.println();
      out.println(messages.text(title));
      lines.stream().limit(SHOWN).forEach(line -> out.println("  " + line));
      if (lines.size() > SHOWN) {
        out.println("  " + messages.text("essai.autres", lines.size() - SHOWN));
      }
    }

    private String told(Essai.Ailleurs source) {
      String key =
          source.colonne().isEmpty()
              ? source.cle().isEmpty() ? "essai.sourceComptees" : "essai.sourceComptee"
              : source.cle().isEmpty() ? "essai.sourceEntiere" : "essai.source";
      String sheets = String.join(", ", source.feuilles());
      return messages.text(key, source.colonne(), sheets, source.cle());
    }

    private String told(Essai.Manque missing) {
      String kind =
          missing.feuille() == null ? "feuille" : missing.nom() == null ? "rangee" : "entete";
      String told =
          messages.text("essai.absent." + kind, missing.pour(), missing.feuille(), missing.nom());
      return missing.proche() == null
          ? told
          : told + messages.text("essai.proche", missing.proche());
    }

    private String told(Essai.Entete header) {
      return messages.text("essai.entete", header.texte(), place(header.lieu()));
    }

    private String told(Emplacement row) {
      return messages.text("essai.double", row.feuille().nom(), row.ligne(), row.feuille().cle());
    }

    private String told(Essai.Rangee row) {
      String sheet = row.lieu().feuille().nom();
      String why = messages.text("essai.motif." + row.motif());
      return messages.text("essai.rangee", sheet, row.lieu().ligne(), row.texte(), why);
    }

    private String told(Essai.Controle control) {
      Format numbers = new Format(messages.language());
      String key = control.concorde() ? "essai.concorde" : "essai.ecart";
      return messages.text(
          key,
          place(control.lieu()),
          control.champ().libelle(),
          figure(control, control.leur(), numbers),
          figure(control, control.notre(), numbers));
    }

    private static String figure(Essai.Controle control, BigDecimal figure, Format numbers) {
      return control.champ().type() == TypeValeur.MONTANT
          ? numbers.montant(new Montant(figure))
          : numbers.nombre(figure);
    }

    /** The values that can't be read, and why: each with where it first stands and how often. */
    private List<String> illegible(Essai tried) {
      Map<List<String>, String> places = new LinkedHashMap<>();
      Map<List<String>, Integer> counts = new LinkedHashMap<>();
      tried.reddition().releves().stream()
          .filter(r -> r.nature() == Nature.VALEUR_ILLISIBLE)
          .flatMap(r -> r.anomalies().stream())
          .forEach(
              a -> {
                String reason = "essai.raison." + a.detail();
                boolean known = messages.bundle().containsKey(reason);
                List<String> told =
                    List.of(
                        a.faits().get("champ").toString(),
                        a.faits().get("valeur").toString(),
                        messages.text(known ? reason : "essai.raison.autre"));
                places.putIfAbsent(told, place(a.emplacements().get(0)));
                counts.merge(told, 1, Integer::sum);
              });
      return places.entrySet().stream()
          .map(
              e -> {
                List<String> told = e.getKey();
                String line =
                    messages.text(
                        "essai.illisible", e.getValue(), told.get(0), told.get(1), told.get(2));
                int count = counts.get(told);
                return count == 1 ? line : messages.text("essai.mot", line, count);
              })
          .toList();
    }

    private static String place(Emplacement place) {
      return place.feuille().nom() + "!" + place.reference();
    }

    /** The words that are no code, each with how often it stands. */
    private List<String> words(Essai tried) {
      Map<String, Integer> counts = new TreeMap<>();
      tried.reddition().releves().stream()
          .filter(r -> r.nature() == Nature.CODE_INCONNU)
          .flatMap(r -> r.anomalies().stream())
          .map(Anomalie::faits)
          .forEach(f -> counts.merge(f.get("champ") + " : " + f.get("valeur"), 1, Integer::sum));
      return counts.entrySet().stream()
          .map(e -> messages.text("essai.mot", e.getKey(), e.getValue()))
          .toList();
    }
  }
}
