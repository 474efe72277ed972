package org.verifqis.web;

import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.verifqis.service.depot.Greffe.GreffeInutilisable;

/** The server can't start, and why. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Reasons; each has a message in each language. */
  public enum Reason {
    /** Another program has the port of the pages. */
    PORT,
    /** Another program has the port of health and figures. */
    MANAGEMENT_PORT,
    /** This user may not listen there. */
    FORBIDDEN_PORT,
    /** This machine does not have that address. */
    ADDRESS,
    /** A setting has a value that it can't have. */
    SETTING,
    /** A setting means nothing without another one. */
    SETTING_ALONE,
    /** There is no such setting. */
    UNKNOWN_SETTING,
    /** The database of filings can't be used. */
    DATABASE,
    /** Anything else. */
    OTHER
  }

  private final Reason reason;
  private final List<String> details;

  private CannotStart(Throwable cause, Reason reason, Object... details) {
    super(reason + ": " + cause.getMessage(), cause);
    this.reason = reason;
    this.details = Arrays.stream(details).map(String::valueOf).toList();
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** What its message tells: the port, the address, the setting and its value. */
  public List<String> details() {
    return details;
  }

  /** What was thrown at the start, under the settings of that environment. */
  static CannotStart of(RuntimeException thrown, Environment settings) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException taken) {
        return new CannotStart(taken, Reason.PORT, taken.getPort());
      }
      if (cause instanceof ConnectorStartFailedException failed) {
        return new CannotStart(failed, Reason.MANAGEMENT_PORT, failed.getPort());
      }
      if (cause instanceof UnboundConfigurationPropertiesException unbound) {
        String names =
            unbound.getUnboundProperties().stream()
                .map(property -> property.getName().toString())
                .collect(Collectors.joining(", "));
        return new CannotStart(unbound, Reason.UNKNOWN_SETTING, names);
      }
      if (cause instanceof GreffeInutilisable unusable) {
        return new CannotStart(unusable, Reason.DATABASE);
      }
      if (cause instanceof WrongSetting wrong) {
        return new CannotStart(wrong, Reason.SETTING, wrong.name, wrong.value);
      }
      if (cause instanceof Alone alone) {
        return new CannotStart(alone, Reason.SETTING_ALONE, alone.name, alone.without);
      }
      if (cause instanceof BindException bound
          && !(bound.getCause() instanceof UnboundConfigurationPropertiesException)
          && bound.getProperty() != null) {
        String name = bound.getProperty().getName().toString();
        Object value = bound.getProperty().getValue();
        return name.equals("server.address")
            ? new CannotStart(bound, Reason.ADDRESS, value)
            : new CannotStart(bound, Reason.SETTING, name, value);
      }
    }
    Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
    if (root instanceof SocketException) {
      // Java has one class for both, and its words are the system's.
      boolean denied = String.valueOf(root.getMessage()).contains("ermission");
      return denied
          ? new CannotStart(root, Reason.FORBIDDEN_PORT, settings.getProperty("server.port"))
          : new CannotStart(root, Reason.ADDRESS, settings.getProperty("server.address"));
    }
    return new CannotStart(root, Reason.OTHER, root.getMessage());
  }

  /** A setting that was read as text and is none of its kind. */
  static final class WrongSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final String value;

    WrongSetting(String name, String value, Throwable cause) {
      super(name + "=" + value, cause);
      this.name = name;
      this.value = value;
    }
  }

  /** A setting that means nothing where another one is not given. */
  static final class Alone extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final String without;

    Alone(String name, String without) {
      super(name + " without " + without);
      this.name = name;
      this.without = without;
    }
  }
}
