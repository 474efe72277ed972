package org.verifqis.service.depot;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests over a registry of their own, in which there are people and nothing is filed. */
abstract class SurUnGreffe {
  @TempDir Path temp;
  GreffeDEssai g;

  /** The address of a database in which there is nothing. */
  String vide() throws Exception {
    return "jdbc:h2:file:" + temp.resolve("greffe");
  }

  @BeforeEach
  void opens() throws Exception {
    g = new GreffeDEssai(vide()).peuple();
  }

  @AfterEach
  void closes() {
    g.close();
  }
}
