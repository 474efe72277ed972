package org.verifqis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Whoever sees little, or no colours, has a telephone, has no mouse, wants a page on paper. */
final class Everybody {
  static final int WIDTH = 1280;
  static final int HEIGHT = 900;
  private static final int NARROW = 320;
  private static final int TEXT = 16;

  /** What the keyboard should reach. */
  private static final String STOPS =
      "[...document.querySelectorAll('a[href], button, input, select, textarea, summary,"
          + " [tabindex=\"0\"]')]"
          + ".filter(e => !e.disabled && e.checkVisibility({visibilityProperty: true}))"
          // Of a group one is reached, and the others by the arrows.
          + ".filter(e => e.type !== 'radio' || e.checked)";

  /** Within a date its day, its month, its year and its calendar are stops of their own. */
  private static final int WITHIN_A_DATE = 4;

  private Everybody() {}

  /** Whether whoever sees little, or has a telephone, can read a page; the rest is as elsewhere. */
  static void canRead(Page page, String name) throws IOException {
    assertThat(page.locator("h1").count()).isEqualTo(1);
    for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      assertThat(Browser.barriers(page)).as("%s", colours).isEmpty();
      Browser.picture(page, name + "-" + colours.name().toLowerCase(Locale.ROOT), true);
    }
    page.setViewportSize(NARROW, HEIGHT);
    assertNothingIsCutOff(page, "320 px, or 1280 at 400 %");
    Browser.picture(page, name + "-320", true);
  }

  /** Whether each of them can use a page; what they see is kept as pictures, under a name. */
  static void canUse(Page page, String name) throws IOException {
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(Browser.barriers(page)).as("light").isEmpty();
    Browser.picture(page, name + "-clair", true);

    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(Browser.barriers(page)).as("dark").isEmpty();
    Browser.picture(page, name + "-sombre", true);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));

    page.setViewportSize(NARROW, HEIGHT);
    assertNothingIsCutOff(page, "320 px, or 1280 at 400 %");
    assertThat(Browser.barriers(page)).as("narrow").isEmpty();
    Browser.picture(page, name + "-320", true);
    page.setViewportSize(WIDTH, HEIGHT);

    enlarged(page, name);
    theKeyboardReachesAll(page);

    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("h1").isVisible()).isTrue();
    assertThat(
            page.locator("button:visible, input:visible, select:visible, header nav:visible")
                .count())
        .as("what is pressed or typed is not printed")
        .isZero();
    Browser.picture(page, name + "-imprime", true);
  }

  private static void enlarged(Page page, String name) throws IOException {
    CDPSession session = page.context().newCDPSession(page);
    // What the zoom of the browser does: half as many pixels, each twice as large.
    JsonObject zoom = new JsonObject();
    zoom.addProperty("width", WIDTH / 2);
    zoom.addProperty("height", HEIGHT / 2);
    zoom.addProperty("deviceScaleFactor", 2);
    zoom.addProperty("mobile", false);
    session.send("Emulation.setDeviceMetricsOverride", zoom);
    assertThat(page.evaluate("devicePixelRatio")).isEqualTo(2);
    assertNothingIsCutOff(page, "200 %");
    Browser.picture(page, name + "-zoom", false);
    session.send("Emulation.clearDeviceMetricsOverride");
    page.setViewportSize(WIDTH, HEIGHT);

    session.send("Page.setFontSizes", size(2 * TEXT));
    assertThat(page.evaluate("getComputedStyle(document.documentElement).fontSize"))
        .isEqualTo(2 * TEXT + "px");
    assertNothingIsCutOff(page, "text at 200 %");
    Browser.picture(page, name + "-texte", false);
    session.send("Page.setFontSizes", size(TEXT));
    session.detach();
  }

  private static JsonObject size(int pixels) {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", pixels);
    JsonObject wanted = new JsonObject();
    wanted.add("fontSizes", sizes);
    return wanted;
  }

  private static void assertNothingIsCutOff(Page page, String how) {
    assertThat(
            (Integer)
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as(how)
        .isLessThanOrEqualTo(0);
  }

  /** Every stop is reached in turn, is seen to be, and none holds the keyboard. */
  private static void theKeyboardReachesAll(Page page) {
    page.evaluate(
        "() => { window.unseen = []; const first = document.querySelector('.evitement');"
            + " first.focus(); first.dataset.reached = 'yes';"
            + " document.addEventListener('focusin', event => { const e = event.target;"
            + " e.dataset.reached = 'yes'; const style = getComputedStyle(e);"
            + " if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) === 0)"
            + " { window.unseen.push(e.outerHTML); } }); }");
    int dates = page.locator("input[type=date]:visible").count();
    int stops =
        ((Number) page.evaluate(STOPS + ".length")).intValue() + (WITHIN_A_DATE - 1) * dates;
    for (int i = 0; i < stops; i++) {
      page.keyboard().press("Tab");
    }
    assertThat(page.evaluate("window.unseen")).as("seen to be there").isEqualTo(List.of());
    assertThat(page.evaluate(STOPS + ".filter(e => !e.dataset.reached).map(e => e.outerHTML)"))
        .as("not reached after " + stops + " stops")
        .isEqualTo(List.of());
  }
}
