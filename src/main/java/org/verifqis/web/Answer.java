package org.verifqis.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.springframework.core.io.InputStreamResource;

/**
 * What is made for somebody to keep: in memory while it is small, beyond that in a file, which is
 * gone once it was sent. A report may be a thousand times as large as its workbook.
 */
final class Answer implements AutoCloseable {
  private static final int IN_MEMORY = 2 << 20;

  private final DeferredFileOutputStream made;
  private boolean taken;

  /** An empty one, in a folder where its file would lie. */
  Answer(Path folder) {
    made =
        DeferredFileOutputStream.builder()
            .setThreshold(IN_MEMORY)
            .setPrefix("verifqis")
            .setSuffix(".fait")
            .setDirectory(folder)
            .get();
  }

  /** Where it is written. */
  OutputStream stream() {
    return made;
  }

  /** What was written, as a response takes it; whoever sends it closes it. */
  Object body() throws IOException {
    made.close();
    if (made.isInMemory()) {
      return made.getData();
    }
    taken = true;
    return new InputStreamResource(
        Files.newInputStream(made.getPath(), StandardOpenOption.DELETE_ON_CLOSE));
  }

  @Override
  public void close() throws IOException {
    made.close();
    if (!taken && !made.isInMemory()) {
      Files.deleteIfExists(made.getPath());
    }
  }
}
