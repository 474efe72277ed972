package org.verifqis.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * Logs on the error stream, and hardly any: a person reads the report. {@code -Dverifqis.log=INFO}
 * or {@code DEBUG} says more. Logback finds it as a service; an XML file would cost each start a
 * parser.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class QuietLogs extends ContextAwareBase implements Configurator {
  private static final String LEVEL = "verifqis.log";

  /** What these think of a bad file or of a rule that is tried out, a command says better. */
  private static final List<String> TALKATIVE =
      List.of("org.apache.poi", "org.drools.compiler.kie.builder.impl.KieProject");

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0} - %msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
    stderr.setContext(context);
    stderr.setTarget("System.err");
    stderr.setEncoder(encoder);
    stderr.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(System.getProperty(LEVEL), Level.ERROR));
    root.addAppender(stderr);
    for (String talkative : TALKATIVE) {
      context.getLogger(talkative).setLevel(Level.toLevel(System.getProperty(LEVEL), Level.OFF));
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
