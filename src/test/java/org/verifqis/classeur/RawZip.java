package org.verifqis.classeur;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** An archive written byte by byte, so that a test may tell lies in it. */
final class RawZip {
  private static final int CHUNK = 1 << 20;
  private static final int MASK_32 = 0xFFFFFFFF;

  /** A part, and what the local header and the directory say of it. */
  static final class Part {
    private final byte[] data;
    String name;
    String localName;
    int method;
    int flags;
    long crc;
    long compressed;
    long size;
    boolean zip64;

    /** Offset of another part's bytes; -1 for its own. */
    int sameBytesAs = -1;

    private Part(String name, byte[] data, int method, long crc, long size) {
      this.name = name;
      this.localName = name;
      this.data = data;
      this.method = method;
      this.crc = crc;
      this.compressed = data.length;
      this.size = size;
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private byte[] before = {};
  private byte[] comment = {};

  /** The parts of a workbook, deflated. */
  static RawZip of(RawWorkbook workbook) {
    RawZip zip = new RawZip();
    for (Map.Entry<String, byte[]> part : workbook.parts().entrySet()) {
      zip.deflated(part.getKey(), part.getValue());
    }
    return zip;
  }

  List<Part> parts() {
    return parts;
  }

  Part part(String name) {
    return parts.stream().filter(p -> p.name.equals(name)).findFirst().orElseThrow();
  }

  RawZip before(String garbage) {
    before = garbage.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  RawZip comment(int length) {
    comment = new byte[length];
    return this;
  }

  Part stored(String name, byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(data);
    return add(new Part(name, data, 0, crc.getValue(), data.length));
  }

  Part deflated(String name, byte[] data) {
    return repeated(name, data, new byte[0], 0, new byte[0]);
  }

  /**
   * A part that holds a text many times over. The text is deflated once and its bytes are repeated,
   * so that a bomb costs its maker little.
   */
  Part repeated(String name, String head, String text, long times, String tail) {
    return repeated(name, utf8(head), utf8(text), times, utf8(tail));
  }

  private Part repeated(String name, byte[] head, byte[] text, long times, byte[] tail) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CRC32 crc = new CRC32();
    deflate(deflater, head, bytes, crc);
    int inChunk = text.length == 0 ? 1 : Math.max(1, CHUNK / text.length);
    byte[] chunk = new byte[inChunk * text.length];
    for (int i = 0; i < inChunk; i++) {
      System.arraycopy(text, 0, chunk, i * text.length, text.length);
    }
    ByteArrayOutputStream once = new ByteArrayOutputStream();
    deflate(deflater, chunk, once, new CRC32());
    long left = times;
    for (; left >= inChunk; left -= inChunk) {
      bytes.writeBytes(once.toByteArray());
      crc.update(chunk);
    }
    deflate(deflater, java.util.Arrays.copyOf(chunk, (int) left * text.length), bytes, crc);
    deflate(deflater, tail, bytes, crc);
    deflater.finish();
    drain(deflater, bytes, Deflater.NO_FLUSH);
    deflater.end();
    long size = head.length + times * text.length + tail.length;
    return add(new Part(name, bytes.toByteArray(), 8, crc.getValue(), size));
  }

  private static void deflate(
      Deflater deflater, byte[] data, ByteArrayOutputStream bytes, CRC32 crc) {
    crc.update(data);
    deflater.setInput(data);
    drain(deflater, bytes, Deflater.FULL_FLUSH);
  }

  private static void drain(Deflater deflater, ByteArrayOutputStream bytes, int flush) {
    byte[] buffer = new byte[1 << 16];
    int written = deflater.deflate(buffer, 0, buffer.length, flush);
    while (written > 0) {
      bytes.write(buffer, 0, written);
      written = written < buffer.length ? 0 : deflater.deflate(buffer, 0, buffer.length, flush);
    }
  }

  /** Puts a part in the place of the one of the same name. */
  private Part add(Part part) {
    parts.add(part);
    return part;
  }

  /** Takes a part out. */
  RawZip without(String name) {
    parts.removeIf(p -> p.name.equals(name));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(before);
    List<Integer> offsets = new ArrayList<>();
    for (Part part : parts) {
      if (part.sameBytesAs >= 0) {
        offsets.add(offsets.get(part.sameBytesAs));
        continue;
      }
      offsets.add(out.size());
      out.writeBytes(header(part, part.localName, true, 0));
      out.writeBytes(part.data);
    }
    int start = out.size();
    for (int i = 0; i < parts.size(); i++) {
      out.writeBytes(header(parts.get(i), parts.get(i).name, false, offsets.get(i)));
    }
    ByteBuffer end = little(22);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) parts.size()).putShort((short) parts.size());
    end.putInt(out.size() - start).putInt(start).putShort((short) comment.length);
    out.writeBytes(end.array());
    out.writeBytes(comment);
    return out.toByteArray();
  }

  private static byte[] header(Part part, String name, boolean local, int offset) {
    byte[] named = utf8(name);
    byte[] extra = part.zip64 ? zip64(part) : new byte[0];
    ByteBuffer header = little((local ? 30 : 46) + named.length + extra.length);
    header.putInt(local ? 0x04034b50 : 0x02014b50);
    if (!local) {
      header.putShort((short) 45);
    }
    header.putShort((short) 45).putShort((short) (part.flags | 0x800));
    header.putShort((short) part.method).putInt(0x5A210000).putInt((int) part.crc);
    header.putInt(part.zip64 ? MASK_32 : (int) part.compressed);
    header.putInt(part.zip64 ? MASK_32 : (int) part.size);
    header.putShort((short) named.length).putShort((short) extra.length);
    if (!local) {
      header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
      header.putInt(0).putInt(offset);
    }
    return header.put(named).put(extra).array();
  }

  private static byte[] zip64(Part part) {
    ByteBuffer extra = little(20).putShort((short) 1).putShort((short) 16);
    return extra.putLong(part.size).putLong(part.compressed).array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }
}
