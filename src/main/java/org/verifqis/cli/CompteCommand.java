package org.verifqis.cli;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.verifqis.rapport.Format;
import org.verifqis.service.depot.ComptesDuGreffe;
import org.verifqis.service.depot.GesteRefuse;
import org.verifqis.service.depot.Greffe;
import org.verifqis.service.depot.Journal;
import org.verifqis.service.depot.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verifqis compte}: what concerns the accounts of the server. */
@Command(
    name = "compte",
    aliases = "account",
    sortOptions = false,
    synopsisSubcommandLabel = "${bundle:label.COMMANDE}")
final class CompteCommand implements Runnable, Several {
  private final Environment environment;
  private final Messages messages;

  @Spec private CommandSpec spec;

  CompteCommand(Environment environment, Messages messages) {
    this.environment = environment;
    this.messages = messages;
  }

  @Override
  public List<Object> commands() {
    return List.of(new Create(environment, messages));
  }

  @Override
  public void run() {
    throw messages.wrongUse(spec, "compte.commande");
  }

  /** {@code verifqis compte creer}: makes an account, and tells the link to its password. */
  @Command(name = "creer", aliases = "create", sortOptions = false)
  static final class Create implements Callable<Integer> {
    private final Environment environment;
    private final Messages messages;

    @Option(
        names = {"--courriel", "--email"},
        required = true,
        paramLabel = "ADRESSE",
        descriptionKey = "compte.courriel")
    private String email;

    @Option(
        names = {"--nom", "--name"},
        required = true,
        paramLabel = "NOM",
        descriptionKey = "compte.nom")
    private String name;

    @Option(names = "--role", descriptionKey = "compte.role")
    private Role role = Role.ADMIN;

    @Option(
        names = {"--entente", "--agreement"},
        split = ",",
        paramLabel = "CODE",
        descriptionKey = "compte.entente")
    private Set<String> agreements = new TreeSet<>();

    @Option(names = "--page", paramLabel = "URL", descriptionKey = "compte.page")
    private String page = "http://127.0.0.1:8080";

    @Mixin private StoreOption store;

    Create(Environment environment, Messages messages) {
      this.environment = environment;
      this.messages = messages;
    }

    @Override
    public Integer call() {
      try (Greffe registry = store.open(environment.clock())) {
        ComptesDuGreffe.Lien link =
            registry
                .comptes()
                .cree(
                    Journal.CONSOLE,
                    new ComptesDuGreffe.Demande(
                        email, name, role, messages.language().code(), agreements));
        ZonedDateTime until = link.expire().atZoneSameInstant(environment.clock().getZone());
        environment
            .out()
            .println(
                messages.text(
                    "compte.cree",
                    link.compte().courriel(),
                    new Format(messages.language()).instant(until.toOffsetDateTime())));
        environment.out().println(page.replaceFirst("/+$", "") + "/lien/" + link.jeton());
        return ExitStatus.CLEAN.code();
      } catch (GesteRefuse e) {
        environment.err().println(messages.text("compte." + e.motif(), e.details().toArray()));
        return ExitStatus.WRONG_USE.code();
      } catch (Greffe.GreffeInutilisable e) {
        environment.err().println(StoreOption.complaint(messages, e));
        return ExitStatus.NOT_READ.code();
      }
    }
  }
}
