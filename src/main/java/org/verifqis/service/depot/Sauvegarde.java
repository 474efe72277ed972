package org.verifqis.service.depot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.verifqis.classeur.Sha256;
import org.verifqis.service.depot.TablesDuGreffe.Table;

/**
 * The whole registry in one file, and back into a database that has none: H2 or PostgreSQL,
 * whatever it came from. The file is a zip of a text a table, a row a line; its last part tells how
 * many rows each has and the SHA-256 of each, so that what was damaged is not restored.
 */
public final class Sauvegarde {
  private static final String FORMAT = "verifqis-sauvegarde";
  private static final String SOMMAIRE = "sommaire.json";
  private static final String FIN = ".jsonl";

  /** A row may hold a workbook of the largest size. */
  private static final int LOT = 20;

  /** A workbook is one text here: longer than what Jackson reads unasked. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  /** Why a file is not restored. */
  public enum Motif {
    /** It is none of ours, or was damaged. */
    ABIMEE,
    /** A newer program made it. */
    TROP_RECENTE,
    /** The database holds filings or accounts already. */
    BASE_OCCUPEE
  }

  /** A file is not restored; the database is as it was. */
  public static final class Refusee extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Motif motif;

    private Refusee(Motif motif, Exception cause) {
      super(motif.name(), cause);
      this.motif = motif;
    }

    /** Why. */
    public Motif motif() {
      return motif;
    }
  }

  /** A part of the file, as its last part tells it. */
  private record Partie(long lignes, String sha256) {}

  private Sauvegarde() {}

  /**
   * Writes all that a registry holds at one moment, whatever is done meanwhile.
   *
   * @return how many rows of each table
   * @throws IOException if it can't be written, or the registry can't be read to its end
   */
  public static Map<String, Long> ecris(Greffe greffe, OutputStream sortie) throws IOException {
    Map<String, Partie> parties = new LinkedHashMap<>();
    // Not closed: the stream is not ours.
    ZipOutputStream zip = new ZipOutputStream(sortie);
    try (Connection base = greffe.connexion()) {
      String version = Migrations.version(base);
      List<Table> tables = Migrations.tables(version);
      // Of one moment, so that no table tells of what another one does not know.
      BaseH2.lisAuFilDeLEau(base, true);
      try {
        for (Table table : tables) {
          entree(zip, table.nom() + FIN);
          parties.put(table.nom(), ecris(base, table, zip));
          zip.closeEntry();
        }
      } finally {
        base.rollback();
        BaseH2.lisAuFilDeLEau(base, false);
      }
      entree(zip, SOMMAIRE);
      sommaire(version, parties, zip);
      zip.closeEntry();
      zip.finish();
    } catch (SQLException e) {
      throw new IOException(e);
    }
    Map<String, Long> lignes = new LinkedHashMap<>();
    parties.forEach((table, partie) -> lignes.put(table, partie.lignes()));
    return lignes;
  }

  private static void entree(ZipOutputStream zip, String nom) throws IOException {
    ZipEntry entree = new ZipEntry(nom);
    // The same registry gives the same bytes.
    entree.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
    zip.putNextEntry(entree);
  }

  private static Partie ecris(Connection base, Table table, OutputStream zip)
      throws SQLException, IOException {
    MessageDigest empreinte = Sha256.neuf();
    OutputStream somme = new DigestOutputStream(new Ouvert(zip), empreinte);
    long lignes = 0;
    try (Statement question = base.createStatement();
        JsonGenerator json = JSON.createGenerator(somme)) {
      json.setRootValueSeparator(null);
      question.setFetchSize(LOT);
      try (ResultSet rangees =
          question.executeQuery(
              "select "
                  + String.join(", ", table.colonnes().keySet())
                  + " from "
                  + table.nom()
                  + " order by "
                  + String.join(", ", table.cle()))) {
        while (rangees.next()) {
          RangeeGardee.ecris(rangees, table, json);
          json.writeRaw('\n');
          lignes++;
        }
      }
    }
    return new Partie(lignes, HexFormat.of().formatHex(empreinte.digest()));
  }

  private static void sommaire(String version, Map<String, Partie> parties, OutputStream zip)
      throws IOException {
    Map<String, Object> tables = new LinkedHashMap<>();
    parties.forEach(
        (nom, partie) -> {
          Map<String, Object> une = new LinkedHashMap<>();
          une.put("lignes", partie.lignes());
          une.put("sha256", partie.sha256());
          tables.put(nom, une);
        });
    Map<String, Object> tout = new LinkedHashMap<>();
    tout.put("format", FORMAT);
    tout.put("version", version);
    tout.put("tables", tables);
    zip.write(JSON.writeValueAsBytes(JSON.<JsonNode>valueToTree(tout)));
  }

  /**
   * Puts back what a file holds, all of it or nothing; what the file says of itself is checked
   * first.
   *
   * @param url the JDBC address of a database that holds no filings
   * @return how many rows of each table
   * @throws Refusee if that is not done
   * @throws Greffe.GreffeInutilisable if the database can't be used
   */
  public static Map<String, Long> restaure(Path fichier, String url) {
    try (ZipFile zip = new ZipFile(fichier.toFile())) {
      JsonNode sommaire = sommaire(zip);
      String version = sommaire.path("version").asText();
      if (!Migrations.connues().contains(version)) {
        throw new Refusee(Motif.TROP_RECENTE, null);
      }
      List<Table> tables = Migrations.tables(version);
      for (Table table : tables) {
        verifie(zip, table, sommaire.path("tables").path(table.nom()));
      }
      return Greffe.emplis(
          url,
          version,
          base -> {
            try {
              return emplis(base, zip, tables);
            } catch (IOException e) {
              throw new Refusee(Motif.ABIMEE, e);
            }
          });
    } catch (IOException e) {
      throw new Refusee(Motif.ABIMEE, e);
    }
  }

  private static JsonNode sommaire(ZipFile zip) throws IOException {
    try (InputStream flux = partie(zip, SOMMAIRE)) {
      JsonNode sommaire = JSON.readTree(flux);
      if (!sommaire.path("format").asText().equals(FORMAT)) {
        throw new Refusee(Motif.ABIMEE, null);
      }
      return sommaire;
    }
  }

  private static InputStream partie(ZipFile zip, String nom) throws IOException {
    ZipEntry entree = zip.getEntry(nom);
    if (entree == null) {
      throw new Refusee(Motif.ABIMEE, null);
    }
    return zip.getInputStream(entree);
  }

  private static void verifie(ZipFile zip, Table table, JsonNode dit) throws IOException {
    MessageDigest empreinte = Sha256.neuf();
    long lignes = 0;
    try (InputStream flux = new DigestInputStream(partie(zip, table.nom() + FIN), empreinte)) {
      byte[] tampon = new byte[1 << 16];
      for (int lus = flux.read(tampon); lus >= 0; lus = flux.read(tampon)) {
        for (int i = 0; i < lus; i++) {
          lignes += tampon[i] == '\n' ? 1 : 0;
        }
      }
    }
    if (lignes != dit.path("lignes").asLong(-1)
        || !HexFormat.of().formatHex(empreinte.digest()).equals(dit.path("sha256").asText())) {
      throw new Refusee(Motif.ABIMEE, null);
    }
  }

  private static Map<String, Long> emplis(Connection base, ZipFile zip, List<Table> tables)
      throws SQLException, IOException {
    for (Table table : tables) {
      // What a new registry begins with, of which the file has its own.
      if (!estVide(base, table)) {
        throw new Refusee(Motif.BASE_OCCUPEE, null);
      }
    }
    for (Table table : tables) {
      if (table.numerotee() != null) {
        // First, as H2 would commit the rows with it.
        renumerote(base, table, dernier(zip, table) + 1);
      }
    }
    base.setAutoCommit(false);
    try {
      Map<String, Long> lignes = new LinkedHashMap<>();
      try (Statement ordre = base.createStatement()) {
        ordre.execute("delete from " + Journal.TETE);
      }
      for (Table table : tables) {
        lignes.put(table.nom(), emplis(base, zip, table));
      }
      base.commit();
      return lignes;
    } catch (SQLException | IOException | RuntimeException e) {
      base.rollback();
      throw e;
    }
  }

  private static boolean estVide(Connection base, Table table) throws SQLException {
    String sauf = table.nom().equals(Journal.TETE) ? " where numero > 0" : "";
    try (Statement ordre = base.createStatement();
        ResultSet lignes = ordre.executeQuery("select 1 from " + table.nom() + sauf)) {
      return !lignes.next();
    }
  }

  private static void renumerote(Connection base, Table table, long suivant) throws SQLException {
    try (Statement ordre = base.createStatement()) {
      ordre.execute(
          "alter table "
              + table.nom()
              + " alter column "
              + table.numerotee()
              + " restart with "
              + suivant);
    }
  }

  /** The highest number that the database gave. */
  private static long dernier(ZipFile zip, Table table) throws IOException {
    int rang = List.copyOf(table.colonnes().keySet()).indexOf(table.numerotee());
    long dernier = 0;
    try (BufferedReader lignes = lignes(zip, table)) {
      for (String ligne = lignes.readLine(); ligne != null; ligne = lignes.readLine()) {
        dernier = Math.max(dernier, JSON.readTree(ligne).path(rang).asLong());
      }
    }
    return dernier;
  }

  private static BufferedReader lignes(ZipFile zip, Table table) throws IOException {
    return new BufferedReader(
        new InputStreamReader(partie(zip, table.nom() + FIN), StandardCharsets.UTF_8));
  }

  private static long emplis(Connection base, ZipFile zip, Table table)
      throws SQLException, IOException {
    String places = String.join(", ", Collections.nCopies(table.colonnes().size(), "?"));
    List<Integer> sortes = List.copyOf(table.colonnes().values());
    long nombre = 0;
    try (BufferedReader lignes = lignes(zip, table);
        PreparedStatement ajout =
            base.prepareStatement(
                "insert into "
                    + table.nom()
                    + " ("
                    + String.join(", ", table.colonnes().keySet())
                    + ") values ("
                    + places
                    + ")")) {
      for (String ligne = lignes.readLine(); ligne != null; ligne = lignes.readLine()) {
        JsonNode valeurs = JSON.readTree(ligne);
        for (int i = 0; i < sortes.size(); i++) {
          ajout.setObject(i + 1, RangeeGardee.valeur(valeurs.path(i), sortes.get(i)));
        }
        ajout.addBatch();
        nombre++;
        if (nombre % LOT == 0) {
          ajout.executeBatch();
        }
      }
      ajout.executeBatch();
    }
    return nombre;
  }

  /** A stream that whoever writes a part of it does not close. */
  private static final class Ouvert extends FilterOutputStream {
    Ouvert(OutputStream sortie) {
      super(sortie);
    }

    @Override
    public void write(byte[] octets, int depuis, int combien) throws IOException {
      out.write(octets, depuis, combien);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
