package org.verifqis.service.depot;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.verifqis.modele.Gabarit;
import org.verifqis.regles.Registre;

/**
 * The registry: what coordinators file, what staff decide of it, who may, and the journal of it
 * all, in a database (H2 or PostgreSQL, by the same statements). It serves all threads.
 */
public final class Greffe implements AutoCloseable {
  /** H2 would give up after two seconds: whoever files while many others do waits for its turn. */
  private static final String PATIENTE = "set lock_timeout 60000";

  private static final String SUR_LE_DISQUE = "checkpoint sync";

  /** A file of H2 where this process is started, for an office without a database of its own. */
  public static final String ICI = "jdbc:h2:file:./verifqis-depots;TRACE_LEVEL_FILE=0";

  private static final int CONNEXIONS = 8;

  /** The database can't be used; its message is the database's own. */
  public static final class GreffeInutilisable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private GreffeInutilisable(Exception cause) {
      super(cause.getMessage(), cause);
    }

    /** Whether another process has it: a file of H2 is opened by one at a time. */
    public boolean occupee() {
      return porte(BaseH2.DEJA_OUVERTE);
    }

    /** Whether there is none at that address: a file of H2 is not there. */
    public boolean absente() {
      return porte(BaseH2.ABSENTE);
    }

    private boolean porte(int code) {
      for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException e && e.getErrorCode() == code) {
          return true;
        }
      }
      return false;
    }
  }

  private final HikariDataSource source;
  private final Clock horloge;
  private final Journal journal;
  private final ComptesDuGreffe comptes;
  private final Dossiers dossiers;
  private final Brouillons brouillons;
  private final Gestes gestes;
  private final Courriels courriels;
  private final Echeances echeances;
  private final ConnexionsRefusees refusees;
  private final Conservation conservation;
  private final IdentitesLiees identites;
  private final Nuits nuits;
  private final ChiffresSaisis chiffres;
  private final DernierAudit dernierAudit;

  /**
   * A transaction is done once the disk has it: H2 hands it to the system, which a power cut would
   * take it from.
   */
  private static final class Durables extends DelegatingTransactionHandler {
    Durables(TransactionHandler celles) {
      super(celles);
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle h, HandleCallback<R, X> ordres)
        throws X {
      R rendu = super.inTransaction(h, ordres);
      if (!isInTransaction(h)) {
        h.execute(SUR_LE_DISQUE);
      }
      return rendu;
    }
  }

  private Greffe(HikariDataSource source, Gabarit gabarit, Registre registre, Clock horloge) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.registerArgument(new Gardable.Arguments());
    if (source.getJdbcUrl().startsWith(BaseH2.ADRESSE)) {
      jdbi.setTransactionHandler(new Durables(jdbi.getTransactionHandler()));
    }
    this.source = source;
    this.horloge = horloge;
    this.journal = new Journal(jdbi, this);
    this.comptes = new ComptesDuGreffe(jdbi, this, gabarit.ententes().keySet());
    this.dossiers = new Dossiers(jdbi, gabarit, registre);
    this.brouillons = new Brouillons(jdbi, this);
    this.gestes = new Gestes(jdbi, this);
    this.courriels = new Courriels(jdbi, this);
    this.echeances = new Echeances(jdbi, this);
    this.refusees = new ConnexionsRefusees(jdbi, this);
    this.conservation = new Conservation(jdbi, this);
    this.identites = new IdentitesLiees(jdbi, this);
    this.nuits = new Nuits(jdbi, this);
    this.chiffres = new ChiffresSaisis(jdbi, this);
    this.dernierAudit = new DernierAudit(jdbi);
  }

  /**
   * Opens a database and brings its tables up to date.
   *
   * @param url its JDBC address
   * @param horloge by which it is told when something happened
   * @throws GreffeInutilisable if that can't be done
   */
  public static Greffe ouvre(String url, Gabarit gabarit, Registre registre, Clock horloge) {
    HikariDataSource source = source(url);
    try {
      Migrations.fais(source);
      return new Greffe(source, gabarit, registre, horloge);
    } catch (FlywayException | SQLException e) {
      source.close();
      throw new GreffeInutilisable(e);
    }
  }

  private static HikariDataSource source(String url) {
    HikariConfig reglages = new HikariConfig();
    reglages.setJdbcUrl(url);
    reglages.setMinimumIdle(1);
    reglages.setMaximumPoolSize(CONNEXIONS);
    reglages.setMaxLifetime(0);
    if (url.startsWith(BaseH2.ADRESSE)) {
      reglages.setConnectionInitSql(BaseH2.SANS_DELAI + ";" + PATIENTE);
    }
    try {
      return new HikariDataSource(reglages);
    } catch (RuntimeException e) {
      // An address that no driver knows, Hikari tells by an exception of no kind of its own.
      throw new GreffeInutilisable(e);
    }
  }

  /** Whether filings are kept at an address; not where it can't be asked. */
  public static boolean estA(String url) {
    try (Connection base = DriverManager.getConnection(url)) {
      return Migrations.version(base) != null;
    } catch (SQLException e) {
      return false;
    }
  }

  /** What fills a database. */
  interface Emplissage<R> {
    /** Fills it. */
    R emplis(Connection base) throws SQLException;
  }

  /**
   * Fills a database that has no tables of ours, or those of a version, with what that version
   * held.
   */
  static <R> R emplis(String url, String version, Emplissage<R> emplissage) {
    try (HikariDataSource source = source(url)) {
      try (Connection base = source.getConnection()) {
        String actuelle = Migrations.version(base);
        if (actuelle == null) {
          Migrations.fais(source, version);
        } else if (!actuelle.equals(version)) {
          throw new SQLException("the registry of version " + actuelle + " is there already");
        }
        return emplissage.emplis(base);
      }
    } catch (FlywayException | SQLException e) {
      throw new GreffeInutilisable(e);
    }
  }

  /** A connection, for what concerns all tables; to be closed. */
  Connection connexion() throws SQLException {
    return source.getConnection();
  }

  /** Now, as precisely as it is kept. */
  OffsetDateTime maintenant() {
    return horloge.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
  }

  /** Who may come in. */
  public ComptesDuGreffe comptes() {
    return comptes;
  }

  /** By whom an identity provider knows them. */
  public IdentitesLiees identites() {
    return identites;
  }

  /** What is past its time. */
  public Conservation conservation() {
    return conservation;
  }

  /** Who was refused. */
  public ConnexionsRefusees connexionsRefusees() {
    return refusees;
  }

  /** What is filed, for whoever may see it. */
  public Dossiers dossiers() {
    return dossiers;
  }

  /** What was checked and is not filed yet. */
  public Brouillons brouillons() {
    return brouillons;
  }

  /** What is done with it. */
  public Gestes gestes() {
    return gestes;
  }

  /** What is to be sent. */
  public Courriels courriels() {
    return courriels;
  }

  /** By which day redditions are expected. */
  public Echeances echeances() {
    return echeances;
  }

  /** The figures that staff enter. */
  public ChiffresSaisis chiffres() {
    return chiffres;
  }

  /** The audits of all that is filed. */
  public Nuits nuits() {
    return nuits;
  }

  /** What the last of them left. */
  public DernierAudit dernierAudit() {
    return dernierAudit;
  }

  /** What happened. */
  public Journal journal() {
    return journal;
  }

  @Override
  public void close() {
    source.close();
  }
}
