package org.verifqis.rapport;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongBiFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A chart of counts by year, stacked, as an SVG picture that stands in a page. */
final class Graphique {
  private static final Logger LOG = LoggerFactory.getLogger(Graphique.class);

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final int LARGEUR = 960;
  private static final int HAUTEUR = 440;
  private static final int POINTS = 13;
  private static final double BARRE_MAXIMALE = 0.09;
  private static final int ENCRE = 0x1B2733;

  static {
    // Nothing is shown on a screen, and a server may name one that it can't reach.
    System.setProperty("java.awt.headless", "true");
  }

  /** How a series is coloured: the colour of its bars and of the numbers in them. */
  record Teinte(int fond, int encre) {}

  /**
   * One of the counts that stand on each other.
   *
   * @param nom what the legend calls it
   */
  record Serie<T>(T quoi, String nom, Teinte teinte) {}

  /** Colours of series that have none of their own, best first where they are levels. */
  private static final List<Teinte> TEINTES =
      List.of(
          new Teinte(0x2C6A1E, 0xFFFFFF),
          new Teinte(0x8CC4F5, 0x1B2733),
          new Teinte(0x1F5A96, 0xFFFFFF),
          new Teinte(0xFFDD82, 0x4A3500),
          new Teinte(0xE08A2E, 0x1B2733),
          new Teinte(0xC0331B, 0xFFFFFF),
          new Teinte(0x7A0F2B, 0xFFFFFF),
          new Teinte(0xC5CAD2, 0x1B2733));

  private Graphique() {}

  /** The colour of a series by its rank. */
  static Teinte teinte(int rang) {
    return TEINTES.get(rang % TEINTES.size());
  }

  /**
   * Draws a chart; empty where this machine has no font to draw with: the page then shows its
   * tables only.
   *
   * @param id what begins the ids in it, so that no two of a page are the same
   * @param nom what those are told who don't see it
   */
  static <T, A> String dessine(
      String id, String nom, List<Serie<T>> series, List<A> annees, ToLongBiFunction<T, A> nombre) {
    List<Serie<T>> presentes = new ArrayList<>();
    List<List<Long>> nombres = new ArrayList<>();
    for (Serie<T> serie : series) {
      List<Long> siens = annees.stream().map(a -> nombre.applyAsLong(serie.quoi(), a)).toList();
      if (siens.stream().anyMatch(n -> n > 0)) {
        presentes.add(serie);
        nombres.add(siens);
      }
    }
    if (presentes.isEmpty()) {
      return "";
    }
    try {
      return svg(id, nom, graphique(donnees(presentes, annees, nombres), presentes));
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("no chart can be drawn on this machine: are fontconfig and a font installed?", e);
      return "";
    }
  }

  private static <T, A> CategoryDataset donnees(
      List<Serie<T>> series, List<A> annees, List<List<Long>> nombres) {
    DefaultCategoryDataset donnees = new DefaultCategoryDataset();
    for (int i = 0; i < series.size(); i++) {
      for (int a = 0; a < annees.size(); a++) {
        donnees.addValue(nombres.get(i).get(a), series.get(i).nom(), String.valueOf(annees.get(a)));
      }
    }
    return donnees;
  }

  private static <T> JFreeChart graphique(CategoryDataset donnees, List<Serie<T>> series) {
    Font police = new Font(Font.SANS_SERIF, Font.PLAIN, POINTS);
    Color encre = new Color(ENCRE);
    JFreeChart graphique = ChartFactory.createStackedBarChart(null, null, null, donnees);
    graphique.setBackgroundPaint(Color.WHITE);
    graphique.getLegend().setItemFont(police);
    graphique.getLegend().setItemPaint(encre);
    graphique.getLegend().setFrame(BlockBorder.NONE);
    CategoryPlot cadre = graphique.getCategoryPlot();
    cadre.setBackgroundPaint(Color.WHITE);
    cadre.setOutlineVisible(false);
    cadre.setRangeGridlinePaint(Color.LIGHT_GRAY);
    cadre.getDomainAxis().setTickLabelFont(police);
    cadre.getDomainAxis().setTickLabelPaint(encre);
    NumberAxis axe = (NumberAxis) cadre.getRangeAxis();
    axe.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    axe.setNumberFormatOverride(
        new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)));
    axe.setTickLabelFont(police);
    axe.setTickLabelPaint(encre);
    StackedBarRenderer barres = (StackedBarRenderer) cadre.getRenderer();
    barres.setBarPainter(new StandardBarPainter());
    barres.setShadowVisible(false);
    barres.setMaximumBarWidth(BARRE_MAXIMALE);
    barres.setDefaultItemLabelsVisible(true);
    barres.setDefaultItemLabelFont(police);
    barres.setDefaultItemLabelGenerator(new SansZero());
    for (int i = 0; i < series.size(); i++) {
      barres.setSeriesPaint(i, new Color(series.get(i).teinte().fond()));
      barres.setSeriesItemLabelPaint(i, new Color(series.get(i).teinte().encre()));
    }
    return graphique;
  }

  /** The count in each bar; none in one that has no height. */
  private static final class SansZero extends StandardCategoryItemLabelGenerator {
    private static final long serialVersionUID = 1L;

    @Override
    public String generateLabel(CategoryDataset donnees, int serie, int annee) {
      Number nombre = donnees.getValue(serie, annee);
      return nombre.longValue() == 0 ? null : Long.toString(nombre.longValue());
    }
  }

  private static String svg(String id, String nom, JFreeChart graphique) {
    SVGGeneratorContext contexte = SVGGeneratorContext.createDefault(document());
    contexte.setComment(null);
    contexte.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefixe) {
            return super.generateID(id + "-" + prefixe);
          }
        });
    SVGGraphics2D dessin = new SVGGraphics2D(contexte, false);
    graphique.draw(dessin, new Rectangle2D.Double(0, 0, LARGEUR, HAUTEUR));
    Element racine = dessin.getRoot();
    racine.setAttributeNS(null, "viewBox", "0 0 " + LARGEUR + " " + HAUTEUR);
    racine.setAttributeNS(null, "class", "graphique");
    racine.setAttributeNS(null, "role", "img");
    racine.setAttributeNS(null, "aria-label", nom);
    StringWriter texte = new StringWriter();
    try {
      dessin.stream(racine, texte, true, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String svg = texte.toString();
    return svg.substring(svg.indexOf("<svg"))
        .replace("\"genericDefs\"", "\"" + id + "-generic\"")
        .replaceAll("font-family:[^;\"]*", "font-family:inherit");
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
