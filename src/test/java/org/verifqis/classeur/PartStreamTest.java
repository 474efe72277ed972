package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PartStreamTest {
  /** Were it not, the part would be shorter than promised, and of another sum. */
  @Test
  void whatIsSkippedIsLookedAt() throws Exception {
    try (Parts parts = Parts.open(Path.of("fixtures/exemples/conforme.xlsx"))) {
      Parts.Part part = parts.part("xl/worksheets/sheet1.xml");
      try (InputStream stream = PartStream.of(part)) {
        long skipped = 0;
        for (long more = stream.skip(Long.MAX_VALUE);
            more > 0;
            more = stream.skip(Long.MAX_VALUE)) {
          skipped += more;
        }
        assertThat(skipped).isEqualTo(part.entry().getSize());
        assertThat(stream.read()).isEqualTo(-1);
      }
    }
  }
}
