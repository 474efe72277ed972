package org.verifqis.classeur;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.poi.util.XMLHelper;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
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

  /** Parsers of one file, each taken up again by the next part: making one costs a small part. */
  static final class Parsers {
    private final Deque<XMLReader> idle = new ArrayDeque<>();

    void parse(Part part, ContentHandler handler) throws IOException, SAXException {
      XMLReader reader = idle.isEmpty() ? newReader() : idle.pop();
      try (InputStream stream = PartStream.of(part)) {
        reader.setContentHandler(handler);
        reader.parse(new InputSource(stream));
      } finally {
        idle.push(reader);
      }
    }
  }

  private static XMLReader newReader() throws SAXException {
    try {
      return XMLHelper.newXMLReader();
    } catch (ParserConfigurationException e) {
      throw new SAXException(e);
    }
  }

  /** Parses a part. */
  static void parse(Part part, ContentHandler handler) throws IOException, SAXException {
    part.parsers().parse(part, handler);
  }

  /**
   * Refuses parts that declare a document type, whether or not anything else of them is read. What
   * is not well-formed in a part that nobody reads does no harm.
   */
  static final class Prologs {
    private XMLReader reader;

    void refuseDoctype(InputStream part) throws IOException {
      BoundedInputStream prolog =
          BoundedInputStream.builder().setInputStream(part).setMaxCount(LONGEST_PROLOG).get();
      try {
        reader().parse(new InputSource(prolog));
      } catch (Enough e) {
        return;
      } catch (SAXException e) {
        // A part that is not well-formed, or a prolog of which no end is seen.
      }
      if (prolog.getCount() == LONGEST_PROLOG) {
        throw new FichierRefuse(Motif.DEMESURE);
      }
    }

    private XMLReader reader() throws SAXException {
      if (reader == null) {
        reader = newReader();
        reader.setFeature(DISALLOW_DOCTYPE, false);
        PrologHandler handler = new PrologHandler();
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.setProperty(LEXICAL_HANDLER, handler);
      }
      return reader;
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
