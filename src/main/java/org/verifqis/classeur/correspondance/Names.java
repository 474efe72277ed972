package org.verifqis.classeur.correspondance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.correspondance.ColumnSpec.Aggregated;
import org.verifqis.classeur.correspondance.ColumnSpec.CellAt;
import org.verifqis.classeur.correspondance.ColumnSpec.Crosses;
import org.verifqis.classeur.correspondance.ColumnSpec.FirstOf;
import org.verifqis.classeur.correspondance.ColumnSpec.Header;
import org.verifqis.classeur.correspondance.ColumnSpec.Joined;
import org.verifqis.classeur.correspondance.ColumnSpec.Label;
import org.verifqis.classeur.correspondance.ColumnSpec.Origin;
import org.verifqis.classeur.correspondance.ColumnSpec.Sum;
import org.verifqis.classeur.correspondance.ColumnSpec.SumOfHeaders;
import org.verifqis.modele.Essai;

/** What columns name: headers, labels, cells; and whether a header has all that one needs. */
final class Names {
  private Names() {}

  /** All the columns that one is made of, itself first; those of other tables left out. */
  private static List<ColumnSpec> parts(ColumnSpec spec) {
    List<ColumnSpec> parts = new ArrayList<>(List.of(spec));
    Origin origin = spec.origin();
    if (origin instanceof Sum sum) {
      sum.parts().forEach(p -> parts.addAll(parts(p)));
    } else if (origin instanceof FirstOf first) {
      first.others().forEach(p -> parts.addAll(parts(p)));
    } else if (origin instanceof Joined joined) {
      parts.addAll(parts(joined.by()));
    } else if (origin instanceof Aggregated aggregated && aggregated.by() != null) {
      parts.addAll(parts(aggregated.by()));
    }
    return parts;
  }

  /** The columns of a header that a value is made of. */
  static List<Integer> columns(ColumnSpec spec, Headers headers) {
    List<Integer> columns = new ArrayList<>();
    for (ColumnSpec part : parts(spec)) {
      part.treatment().when().keySet().forEach(name -> columns.add(headers.column(name)));
      if (part.origin() instanceof Header header) {
        columns.add(headers.column(header.names()));
      } else if (part.origin() instanceof SumOfHeaders sum) {
        columns.addAll(headers.columns(sum.pattern()));
      } else if (part.origin() instanceof Crosses crosses) {
        crosses.values().keySet().forEach(name -> columns.add(headers.column(name)));
        if (crosses.pattern() != null) {
          columns.addAll(headers.columns(crosses.pattern()));
        }
      }
    }
    columns.removeIf(c -> c == 0);
    return columns;
  }

  /** The headers that columns name, each once. */
  static List<String> headers(Map<String, ColumnSpec> columns) {
    return columns.values().stream()
        .flatMap(spec -> parts(spec).stream())
        .filter(part -> part.origin() instanceof Header)
        .map(part -> ((Header) part.origin()))
        .map(h -> h.names().size() > 1 ? h.names().get(h.names().size() - 1) : h.names().get(0))
        .distinct()
        .toList();
  }

  /** The labels that columns name, as they are compared. */
  static List<String> labels(Map<String, ColumnSpec> columns) {
    List<String> labels = new ArrayList<>();
    for (ColumnSpec spec : columns.values()) {
      for (ColumnSpec part : parts(spec)) {
        if (part.origin() instanceof Label label) {
          label.labels().forEach(l -> labels.add(Headers.key(l)));
        } else if (part.origin() instanceof Header header) {
          header.names().forEach(l -> labels.add(Headers.key(l)));
        }
      }
    }
    return labels;
  }

  /** The labels beside which a value is looked for, in a form. */
  static List<Label> places(ColumnSpec spec) {
    List<Label> labels = new ArrayList<>();
    for (ColumnSpec part : parts(spec)) {
      if (part.origin() instanceof Label label) {
        labels.add(label);
      } else if (part.origin() instanceof Header header) {
        labels.add(new Label(header.names(), ColumnSpec.Place.BESIDE, null, null));
      }
    }
    return labels;
  }

  /** The single cells that columns name. */
  static List<CellAt> cells(Map<String, ColumnSpec> columns) {
    return columns.values().stream()
        .flatMap(spec -> parts(spec).stream())
        .filter(part -> part.origin() instanceof CellAt)
        .map(part -> (CellAt) part.origin())
        .toList();
  }

  /** Whether a header has all that a value is made of. */
  static boolean has(ColumnSpec spec, Headers headers, Lookups tables) {
    for (String name : spec.treatment().when().keySet()) {
      if (headers.column(name) == 0) {
        return false;
      }
    }
    Origin origin = spec.origin();
    if (origin instanceof Header header) {
      return headers.column(header.names()) > 0;
    }
    if (origin instanceof Label) {
      return false;
    }
    if (origin instanceof Sum sum) {
      return sum.parts().stream().allMatch(p -> has(p, headers, tables));
    }
    if (origin instanceof SumOfHeaders sum) {
      return !Evaluation.columns(sum, headers).isEmpty();
    }
    if (origin instanceof FirstOf first) {
      return first.others().stream().anyMatch(p -> has(p, headers, tables));
    }
    if (origin instanceof Crosses) {
      return !columns(spec, headers).isEmpty();
    }
    if (origin instanceof Joined joined) {
      return has(joined.by(), headers, tables)
          && tables.headers(joined.table()).stream()
              .anyMatch(
                  there -> there.column(joined.key()) > 0 && has(joined.column(), there, tables));
    }
    if (origin instanceof Aggregated other) {
      return (other.by() == null || has(other.by(), headers, tables))
          && tables.headers(other.table()).stream().anyMatch(there -> has(other, there, tables));
    }
    return true;
  }

  /** Whether a header of another table has all that is asked of its rows. */
  static boolean has(Aggregated spec, Headers there, Lookups tables) {
    return asked(spec).stream().allMatch(name -> there.column(name) > 0)
        && (spec.column() == null || has(spec.column(), there, tables));
  }

  private static List<String> asked(Aggregated spec) {
    List<String> asked = new ArrayList<>(spec.when().keySet());
    if (spec.by() != null) {
      asked.add(spec.key());
    }
    return asked;
  }

  /** The columns of other tables that tell a value, and the tables. */
  static Map<Essai.Ailleurs, String> sources(ColumnSpec spec) {
    Map<Essai.Ailleurs, String> sources = new LinkedHashMap<>();
    for (ColumnSpec part : parts(spec)) {
      if (part.origin() instanceof Joined joined) {
        sources.put(source(joined.column(), joined.key()), joined.table());
        sources.putAll(sources(joined.column()));
      } else if (part.origin() instanceof Aggregated aggregated) {
        sources.put(source(aggregated.column(), aggregated.key()), aggregated.table());
      }
    }
    return sources;
  }

  private static Essai.Ailleurs source(ColumnSpec column, String key) {
    List<String> names = new ArrayList<>();
    if (column != null) {
      parts(column).stream()
          .filter(part -> part.origin() instanceof Header)
          .forEach(part -> names.add(((Header) part.origin()).names().get(0)));
    }
    return new Essai.Ailleurs(List.of(), String.join(" + ", names), key == null ? "" : key);
  }

  /** The tables of which rows are summed or counted under a key, and its column. */
  static Map<String, String> registers(ColumnSpec spec) {
    Map<String, String> registers = new LinkedHashMap<>();
    for (ColumnSpec part : parts(spec)) {
      if (part.origin() instanceof Aggregated other && other.by() != null) {
        registers.put(other.table(), other.key());
      }
    }
    return registers;
  }

  /** The sheets of other tables that a value is made of and that are not there, or lack columns. */
  static List<String> gaps(ColumnSpec spec, Lookups tables) {
    List<String> gaps = new ArrayList<>();
    for (ColumnSpec part : parts(spec)) {
      if (part.origin() instanceof Joined joined) {
        gaps.addAll(
            tables.gaps(
                joined.table(),
                there -> there.column(joined.key()) > 0 && has(joined.column(), there, tables)));
        gaps.addAll(gaps(joined.column(), tables));
      } else if (part.origin() instanceof Aggregated other) {
        gaps.addAll(tables.gaps(other.table(), there -> has(other, there, tables)));
      }
    }
    return gaps.stream().distinct().toList();
  }

  /** The first header or label that a value is looked for under; null for none. */
  static String told(ColumnSpec spec) {
    for (ColumnSpec part : parts(spec)) {
      if (part.origin() instanceof Header header) {
        return header.names().get(0);
      } else if (part.origin() instanceof Label label) {
        return label.labels().get(0);
      }
    }
    return null;
  }

  /** The columns of another table that a value is made of, by that table. */
  static Map<String, List<ColumnSpec>> others(ColumnSpec spec) {
    Map<String, List<ColumnSpec>> others = new LinkedHashMap<>();
    for (ColumnSpec part : parts(spec)) {
      List<ColumnSpec> own = new ArrayList<>();
      if (part.origin() instanceof Joined joined) {
        own.add(ColumnSpec.header(joined.key()));
        own.add(joined.column());
        others.computeIfAbsent(joined.table(), t -> new ArrayList<>()).addAll(own);
        others(joined.column())
            .forEach((t, all) -> others.computeIfAbsent(t, x -> new ArrayList<>()).addAll(all));
      } else if (part.origin() instanceof Aggregated aggregated) {
        asked(aggregated).forEach(name -> own.add(ColumnSpec.header(name)));
        if (aggregated.column() != null) {
          own.add(aggregated.column());
        }
        others.computeIfAbsent(aggregated.table(), t -> new ArrayList<>()).addAll(own);
      }
    }
    return others;
  }
}
