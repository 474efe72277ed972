package org.verifqis.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.verifqis.fixtures.Patience;

/** A real Chromium, where it is installed, and somebody who looks at what it shows. */
final class Browser implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target/images");
  private static final boolean ASKED = Boolean.getBoolean("verifqis.images");

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** Nothing but what the page asks for. */
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-sync",
          "--no-first-run",
          "--disable-dev-shm-usage");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright) {
    this.playwright = playwright;
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setTimeout(Patience.MILLIS)
                    .setExecutablePath(PROGRAM)
                    .setChromiumSandbox(false)
                    .setArgs(QUIET));
  }

  /** One; the test is skipped, and says so, where Chromium is not installed. */
  static Browser open() {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "Chromium is not installed: no page was looked at in it");
    return new Browser(
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
  }

  /** Somebody of ours: a window of so many pixels, in French. */
  static com.microsoft.playwright.Browser.NewContextOptions window(int width, int height) {
    return new com.microsoft.playwright.Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("fr-CA")
        .setAcceptDownloads(true);
  }

  Page page(com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(Patience.MILLIS);
    return context.newPage();
  }

  /** What axe finds against WCAG 2.2 AA, a line each; no page of ours has another within it. */
  static List<String> barriers(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).withTags(WCAG).analyze().getViolations().stream()
            .map(Browser::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " "
        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
  }

  /** Keeps what the window shows, where somebody asked for pictures to look at. */
  static void picture(Page page, String name, boolean whole) throws IOException {
    if (!ASKED) {
      return;
    }
    Files.createDirectories(PICTURES);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(whole));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
