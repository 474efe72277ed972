package org.verifqis.classeur;

import com.fasterxml.aalto.sax.SAXParserFactoryImpl;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.poi.util.XMLHelper;
import org.verifqis.classeur.Parts.Part;
import org.verifqis.modele.Refus.Motif;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.AttributesImpl;

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

  /** Of one element; as many as the JDK's parser takes. */
  private static final int MOST_ATTRIBUTES = 10_000;

  /** What stands before the root element is a line, or a comment of a program. */
  private static final int LONGEST_PROLOG = 1 << 16;

  private Xml() {}

  /** Is told what a part holds; whatever a document type declares is refused unread. */
  abstract static class Listener extends DefaultHandler2 {
    private final Attributes none = new AttributesImpl();

    /** An element begins. */
    abstract void begin(String uri, String name, Attributes attributes) throws SAXException;

    /** Of an element without attributes the parser tells those of the one before. */
    @Override
    public final void startElement(
        String uri, String localName, String qName, Attributes attributes) throws SAXException {
      if (attributes.getLength() > MOST_ATTRIBUTES) {
        throw new FichierRefuse(Motif.CORROMPU);
      }
      begin(uri, localName, attributes.getLength() == 0 ? none : attributes);
    }

    @Override
    public final void startDTD(String name, String publicId, String systemId) {
      throw new FichierRefuse(Motif.DOCTYPE);
    }

    /** Some text, or a piece of it. */
    protected void text(char[] chars, int start, int length) {}

    /** Whether text is wanted where the parser is. */
    boolean listens() {
      return true;
    }

    @Override
    public final void characters(char[] chars, int start, int length) {
      for (int i = start; i < start + length; i++) {
        if (chars[i] == 0) {
          // No XML holds one; the parser takes the longer of its two forms in UTF-8.
          throw new FichierRefuse(Motif.CORROMPU);
        }
      }
      if (listens()) {
        text(chars, start, length);
      }
    }

    final void listenTo(XMLReader reader) throws SAXException {
      reader.setContentHandler(this);
      reader.setErrorHandler(this);
      reader.setProperty(LEXICAL_HANDLER, this);
    }
  }

  /**
   * Elements by their local names, so that any prefix and any of the two namespaces will do: that
   * of the root is the part's own. What is of another namespace is left alone with all that is in
   * it, save the fallback that an element gives to those who do not know the other.
   */
  abstract static class Handler extends Listener {
    private String own;

    /** How deep the parser is in something that is left alone; 0 outside. */
    private int leftAlone;

    /** An element begins. */
    protected abstract void start(String name, Attributes attributes) throws SAXException;

    /** An element ends. */
    protected void end(String name) throws SAXException {}

    @Override
    final void begin(String uri, String localName, Attributes attributes) throws SAXException {
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
    final boolean listens() {
      return leftAlone == 0;
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

    void parse(Part part, Listener handler) throws IOException, SAXException {
      XMLReader reader = idle.isEmpty() ? newReader() : idle.pop();
      try (InputStream stream = PartStream.of(part)) {
        handler.listenTo(reader);
        reader.parse(new InputSource(stream));
      } finally {
        idle.push(reader);
      }
    }
  }

  /** Of a parser that knows no document types: it tells of one, and reads nothing of it. */
  private static XMLReader newReader() throws SAXException {
    SAXParserFactoryImpl factory = new SAXParserFactoryImpl();
    factory.setNamespaceAware(true);
    return factory.newSAXParser().getXMLReader();
  }

  /** Parses a part. */
  static void parse(Part part, Listener handler) throws IOException, SAXException {
    part.parsers().parse(part, handler);
  }

  /**
   * Refuses parts that declare a document type, whether or not anything else of them is read. What
   * is not well-formed in a part that nobody reads does no harm.
   */
  static final class Prologs {
    private static final int PLAIN_PROLOG = 256;

    private static final Pattern PLAIN =
        Pattern.compile(
            "(?:\u00EF\u00BB\u00BF)?(?:<\\?xml(?: (?:version|standalone)=\"[\\w.]*\""
                + "| encoding=\"(?i:utf-8)\")* ?\\?>)?\\s*<[a-zA-Z]");

    private XMLReader reader;

    void refuseDoctype(InputStream part) throws IOException {
      byte[] head = part.readNBytes(PLAIN_PROLOG);
      if (isPlain(head)) {
        return;
      }
      BoundedInputStream prolog =
          BoundedInputStream.builder()
              .setInputStream(new SequenceInputStream(new ByteArrayInputStream(head), part))
              .setMaxCount(LONGEST_PROLOG)
              .get();
      try {
        reader().parse(new InputSource(prolog));
      } catch (Enough e) {
        return;
      } catch (SAXException | ParserConfigurationException e) {
        // A part that is not well-formed, or a prolog of which no end is seen.
      }
      if (prolog.getCount() == LONGEST_PROLOG) {
        throw new FichierRefuse(Motif.DEMESURE);
      }
    }

    /** Whether the root element follows right on the line that says that it is XML in UTF-8. */
    private static boolean isPlain(byte[] head) {
      return PLAIN.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    private XMLReader reader() throws SAXException, ParserConfigurationException {
      if (reader == null) {
        // The JDK's parser tells of a document type before it goes into it, in any encoding.
        reader = XMLHelper.newXMLReader();
        reader.setFeature(DISALLOW_DOCTYPE, false);
        new PrologHandler().listenTo(reader);
      }
      return reader;
    }
  }

  private static final class PrologHandler extends Listener {
    @Override
    void begin(String uri, String name, Attributes attributes) throws SAXException {
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
