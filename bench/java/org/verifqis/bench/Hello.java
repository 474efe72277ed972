package org.verifqis.bench;

/** A bare JVM: what any Java program takes at least. */
public final class Hello {
  private Hello() {}

  /** Says one word. */
  public static void main(String[] args) {
    System.out.println("hello");
  }
}
