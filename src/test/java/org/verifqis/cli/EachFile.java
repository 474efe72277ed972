package org.verifqis.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a command on each workbook of a folder, all in one process, whose memory a test can bound.
 * Tells of each, a line of JSON: its name, the exit status, how long it took, what was written.
 */
public final class EachFile {
  private EachFile() {}

  /**
   * Runs it.
   *
   * @param args the folder, then the command; %f stands for the file, %n for its number
   */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    JsonMapper json = JsonMapper.builder().build();
    List<Path> files = InputFiles.of(List.of(Path.of(args[0])));
    for (int i = 0; i < files.size(); i++) {
      String[] words = new String[args.length - 1];
      for (int j = 0; j < words.length; j++) {
        words[j] =
            args[j + 1].replace("%f", files.get(i).toString()).replace("%n", Integer.toString(i));
      }
      long start = System.nanoTime();
      Run run = Run.of((Object[]) words);
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("fichier", files.get(i).getFileName().toString());
      told.put("statut", run.status());
      told.put("ms", (System.nanoTime() - start) / 1_000_000);
      told.put("err", run.err());
      told.put("out", run.out().length() > 2000 ? run.out().substring(0, 2000) : run.out());
      out.println(json.writeValueAsString(told));
    }
  }
}
