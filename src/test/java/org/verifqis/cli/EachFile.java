package org.verifqis.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.verifqis.classeur.Source;
import org.verifqis.service.Sources;

/**
 * Runs commands on each workbook of a folder, all in one process, whose memory a test can bound.
 * Tells of each, a line of JSON: the command, the file, its number, the exit status, what was
 * written.
 */
public final class EachFile {
  /** Stands between commands. */
  public static final String THEN = "puis";

  /** Stands for the file. */
  public static final String FILE = "@fichier@";

  /** Stands for its number. */
  public static final String NUMBER = "@numero@";

  private EachFile() {}

  /**
   * Runs them.
   *
   * @param args the folder, then the commands with {@link #FILE}, {@link #NUMBER}, {@link #THEN}
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    JsonMapper json = JsonMapper.builder().build();
    List<Source> files = Sources.sous(List.of(Path.of(args[0])));
    for (List<String> command : commands(Arrays.asList(args).subList(1, args.length))) {
      for (int i = 0; i < files.size(); i++) {
        String file = files.get(i).chemin().toString();
        String number = Integer.toString(i);
        Object[] words =
            command.stream()
                .map(word -> word.replace(FILE, file).replace(NUMBER, number))
                .toArray(Object[]::new);
        Run run = Run.of(words);
        Map<String, Object> told =
            Map.of(
                "commande", command.get(0),
                "fichier", files.get(i).nomDeFichier(),
                "numero", i,
                "statut", run.status(),
                "err", run.err(),
                "out", run.out());
        out.println(json.writeValueAsString(told));
      }
    }
  }

  private static List<List<String>> commands(List<String> words) {
    List<List<String>> commands = new ArrayList<>(List.of(new ArrayList<>()));
    for (String word : words) {
      if (word.equals(THEN)) {
        commands.add(new ArrayList<>());
      } else {
        commands.get(commands.size() - 1).add(word);
      }
    }
    return commands;
  }
}
