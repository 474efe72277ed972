package org.verifqis.classeur;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * XML parts of a workbook, read as a stream by a parser that refuses document types and resolves
 * nothing.
 */
public final class Xml {
  private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";
  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private static final String COMPATIBILITY =
      "http://schemas.openxmlformats.org/markup-compatibility/2006";

  /** What programs add to the format, each under its own rules. */
  private static final String EXTENSIONS = "extLst";

  /** What stands before the root element is a line, or a comment of a program. */
  private static final int LONGEST_PROLOG = 1 << 16;

  private Xml() {}

  /**
   * Elements by their local names, so that any prefix and any of the two namespaces will do: that
   * of the root is the part's own. What is of another namespace is left alone with all that is in
   * it, save the fallback that an element gives to those who do not know the other.
   */
  abstract static class Handler extends DefaultHandler2 {
    private String own;

    /** How deep the parser is in something that is left alone; 0 outside. */
    private int leftAlone;

    /** An element begins. */
    protected abstract void start(String name, Attributes attributes) throws SAXException;

    /** An element ends. */
    protected void end(String name) throws SAXException {}

    /** Some text, or a piece of it. */
    protected void text(char[] chars, int start, int length) {}

    @Override
    public final void startElement(
        String uri, String localName, String qName, Attributes attributes) throws SAXException {
      if (own == null) {
        own = uri;
      }
      if (leftAlone > 0 || !isOwn(uri, localName) && !isFallback(uri, localName)) {
        leftAlone++;
      } else if (uri.equals(own)) {
        start(localName, attributes);
      }
    }

    @Override
    public final void endElement(String uri, String localName, String qName) throws SAXException {
      if (leftAlone > 0) {
        leftAlone--;
      } else if (uri.equals(own)) {
        end(localName);
      }
    }

    @Override
    public final void characters(char[] chars, int start, int length) {
      if (leftAlone == 0) {
        text(chars, start, length);
      }
    }

    private boolean isOwn(String uri, String name) {
      return uri.equals(own) && !name.equals(EXTENSIONS);
    }

    private static boolean isFallback(String uri, String name) {
      return uri.equals(COMPATIBILITY)
          && (name.equals("AlternateContent") || name.equals("Fallback"));
    }
  }

  /** What stops a parse that has seen enough. */
  static final class Enough extends SAXException {
    Enough() {
      super("enough");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Parses a part. */
  static void parse(Part part, Handler handler) throws IOException, SAXException {
    try (InputStream stream = PartStream.of(part)) {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(handler);
      reader.parse(new InputSource(stream));
    } catch (ParserConfigurationException e) {
      throw new SAXException(e);
    }
  }

  /**
   * Refuses a part that declares a document type, whether or not anything else of it is read. What
   * is not well-formed in a part that nobody reads does no harm.
   */
  static void refuseDoctype(InputStream part) throws IOException {
    byte[] start = part.readNBytes(LONGEST_PROLOG);
    try {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setFeature(DISALLOW_DOCTYPE, false);
      PrologHandler handler = new PrologHandler();
      reader.setContentHandler(handler);
      reader.setErrorHandler(handler);
      reader.setProperty(LEXICAL_HANDLER, handler);
      reader.parse(new InputSource(new ByteArrayInputStream(start)));
    } catch (Enough e) {
      return;
    } catch (SAXException | ParserConfigurationException e) {
      // A part that is not well-formed, or a prolog of which no end is seen.
    }
    if (start.length == LONGEST_PROLOG) {
      throw new FichierRefuse(Motif.DEMESURE);
    }
  }

  private static final class PrologHandler extends DefaultHandler2 {
    @Override
    public void startDTD(String name, String publicId, String systemId) {
      throw new FichierRefuse(Motif.DOCTYPE);
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes)
        throws SAXException {
      throw new Enough();
    }
  }

  /** The value of a boolean attribute. */
  static boolean isTrue(String value) {
    return "1".equals(value) || "true".equals(value);
  }

  /** Why a file is refused, from what reading it threw. */
  public static FichierRefuse refusal(Exception thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof FichierRefuse refusal) {
        return refusal;
      }
      if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
        // It was there a moment ago.
        return new FichierRefuse(Motif.INTROUVABLE, null, thrown);
      }
      String message = String.valueOf(cause.getMessage());
      if (message.contains("DOCTYPE")) {
        return new FichierRefuse(Motif.DOCTYPE, null, thrown);
      }
      if (message.contains("Zip bomb") || message.contains("zip bomb")) {
        return new FichierRefuse(Motif.BOMBE, null, thrown);
      }
    }
    return new FichierRefuse(Motif.CORROMPU, null, thrown);
  }
}
