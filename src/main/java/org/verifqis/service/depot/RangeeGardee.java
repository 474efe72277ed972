package org.verifqis.service.depot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import org.verifqis.service.depot.TablesDuGreffe.Table;

/** A row as a backup has it: one line of JSON, in a form that both databases give and take. */
final class RangeeGardee {
  private RangeeGardee() {}

  /** Writes the row at which a result stands, as an array in the order of the columns. */
  static void ecris(ResultSet rangees, Table table, JsonGenerator json)
      throws SQLException, IOException {
    json.writeStartArray();
    for (Map.Entry<String, Integer> colonne : table.colonnes().entrySet()) {
      String nom = colonne.getKey();
      switch (colonne.getValue()) {
        case Types.BIGINT, Types.INTEGER -> {
          long nombre = rangees.getLong(nom);
          if (rangees.wasNull()) {
            json.writeNull();
          } else {
            json.writeNumber(nombre);
          }
        }
        case Types.BOOLEAN -> json.writeBoolean(rangees.getBoolean(nom));
        case Types.VARBINARY, Types.BINARY, Types.BLOB -> {
          byte[] octets = rangees.getBytes(nom);
          json.writeString(octets == null ? null : Base64.getEncoder().encodeToString(octets));
        }
        case Types.DATE -> json.writeString(texte(rangees.getObject(nom, LocalDate.class)));
        case Types.TIMESTAMP_WITH_TIMEZONE -> {
          OffsetDateTime instant = rangees.getObject(nom, OffsetDateTime.class);
          json.writeString(texte(instant == null ? null : instant.toInstant()));
        }
        case Types.VARCHAR, Types.CLOB -> json.writeString(rangees.getString(nom));
        default -> throw new IllegalStateException("no form for " + table.nom() + "." + nom);
      }
    }
    json.writeEndArray();
  }

  private static String texte(Object valeur) {
    return valeur == null ? null : valeur.toString();
  }

  /** A value that was written so, for a column of a JDBC type. */
  static Object valeur(JsonNode ecrite, int sorte) {
    if (ecrite.isNull()) {
      return null;
    }
    return switch (sorte) {
      case Types.BIGINT -> ecrite.asLong();
      case Types.INTEGER -> ecrite.asInt();
      case Types.BOOLEAN -> ecrite.asBoolean();
      case Types.VARBINARY, Types.BINARY, Types.BLOB -> Base64.getDecoder().decode(ecrite.asText());
      case Types.DATE -> LocalDate.parse(ecrite.asText());
      case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(ecrite.asText());
      // What H2 took before texts were looked at, PostgreSQL may not take.
      default -> Gardable.de(ecrite.asText());
    };
  }
}
