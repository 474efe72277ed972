package org.verifqis.classeur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.junit.jupiter.api.Test;

class PartStreamTest {
  /** Were it not, the part would be shorter than promised, and of another sum. */
  @Test
  void whatIsSkippedIsLookedAt() throws Exception {
    File file = new File("fixtures/exemples/conforme.xlsx");
    try (OPCPackage workbook = OPCPackage.open(file, PackageAccess.READ)) {
      PackagePart part =
          workbook.getPart(PackagingURIHelper.createPartName("/xl/worksheets/sheet1.xml"));
      try (PartStream stream = PartStream.of(part)) {
        long skipped = 0;
        for (long more = stream.skip(Long.MAX_VALUE);
            more > 0;
            more = stream.skip(Long.MAX_VALUE)) {
          skipped += more;
        }
        assertThat(skipped).isEqualTo(part.getSize());
        assertThat(stream.read()).isEqualTo(-1);
      }
    }
  }
}
