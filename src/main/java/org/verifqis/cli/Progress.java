package org.verifqis.cli;

import java.io.PrintStream;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long run has come, on a terminal. */
final class Progress implements AutoCloseable {
  private final ProgressBar bar;

  private Progress(ProgressBar bar) {
    this.bar = bar;
  }

  /** Shown or silent. */
  static Progress of(boolean shown, int steps, Messages messages, PrintStream stream) {
    if (!shown) {
      return new Progress(null);
    }
    return new Progress(
        new ProgressBarBuilder()
            .setTaskName(messages.text("progres"))
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .showSpeed(speed(messages))
            .setConsumer(new ConsoleProgressBarConsumer(stream))
            .build());
  }

  private static DecimalFormat speed(Messages messages) {
    Locale locale = Locale.forLanguageTag(messages.language().etiquette());
    return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale));
  }

  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
