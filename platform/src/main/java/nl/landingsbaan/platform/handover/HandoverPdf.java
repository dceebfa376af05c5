package nl.landingsbaan.platform.handover;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/** A sheet on paper: A4, tagged so that it can be read aloud (PDF/UA-1), with on every page whose copy it is. */
@Component
class HandoverPdf {

    private static final Locale DUTCH = Locale.of("nl");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy 'om' HH:mm", DUTCH);
    /** PDF/UA wants every font in the file itself; this one comes with the library. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final String page;
    private final Properties words;
    private final Clock clock;

    HandoverPdf(Clock clock) throws IOException {
        this.page = new ClassPathResource("handover/handover.html").getContentAsString(StandardCharsets.UTF_8);
        this.words = PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("handover/words.properties"), StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /**
     * The sheet as a PDF.
     *
     * @param reader whose copy it is, who reads it for this organisation
     */
    byte[] render(HandoverSheet sheet, String programme, String reader, String organisation) {
        var out = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> PdfRendererBuilder.class.getResourceAsStream(FONT), "Liberation Sans");
        builder.useProtocolsStreamImplementation(
                uri -> {
                    throw new IllegalStateException("A handover refers to nothing outside itself");
                },
                "http",
                "https",
                "file",
                "jar");
        builder.withHtmlContent(html(sheet, programme, reader, organisation), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String html(HandoverSheet sheet, String programme, String reader, String organisation) {
        var name = sheet.firstName() + " " + sheet.lastName();
        var mark = "Exemplaar van " + reader + ", " + organisation + ", opgehaald op " + moment(clock.instant());
        return page.replace("{{naam}}", escape(name))
                .replace("{{programma}}", escape(programme))
                .replace("{{geboren}}", DATE.format(sheet.birthDate()))
                .replace("{{versie}}", Integer.toString(sheet.number()))
                .replace("{{van}}", escape(sheet.sentBy() + ", " + sheet.senderOrganisation()))
                .replace("{{aan}}", escape(String.join(", ", sheet.receivers())))
                .replace("{{verstuurd}}", moment(sheet.sentAt()))
                .replace("{{merk}}", escape(mark))
                .replace("{{merk-css}}", css(mark))
                .replace("{{inhoud}}", sections(sheet))
                .replace("{{niet-gedeeld}}", withheld(sheet));
    }

    private String sections(HandoverSheet sheet) {
        if (sheet.sections().isEmpty()) {
            return "<p>Er is niets wat u nu kunt zien.</p>";
        }
        return sheet.sections().stream()
                .map(section -> "<h2>" + word(section.category()) + "</h2>"
                        + section.lines().stream().map(this::line).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private String line(HandoverSheet.Line line) {
        return "<div class=\"regel\"><h3>" + escape(line.label()) + "</h3><p>"
                + escape(line.text()).replace("\n", "<br/>") + "</p>"
                + (line.newer() == null
                        ? ""
                        : "<p class=\"nieuwer\">Sindsdien gewijzigd: " + escape(line.newer()) + "</p>")
                + "<p class=\"bron\">" + escape(line.source()) + ", " + date(line.givenAt()) + "</p></div>";
    }

    private String withheld(HandoverSheet sheet) {
        var withheld = sheet.withheld();
        if (sheet.somethingWithheld()) {
            return "<p>Er zijn gegevens die niet gedeeld worden.</p>";
        }
        if (withheld.refused().isEmpty() && withheld.notAsked().isEmpty()) {
            return "";
        }
        return "<h2>Wat niet gedeeld is</h2>"
                + words("De jongere deelt dit niet met u:", withheld.refused())
                + words("Hiervoor is (nog) geen toestemming gevraagd of zij is afgelopen:", withheld.notAsked());
    }

    private String words(String before, Set<Category> categories) {
        return categories.isEmpty()
                ? ""
                : "<p>" + before + " "
                        + categories.stream().sorted().map(this::word).collect(Collectors.joining("; ")) + ".</p>";
    }

    private String word(Category category) {
        return escape(words.getProperty(category.code()));
    }

    private static String date(Instant at) {
        return DATE.format(LocalDate.ofInstant(at, PlatformClock.ZONE));
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(PlatformClock.ZONE));
    }

    private static String css(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "").replace("&", "en");
    }

    /** What XML does not allow at all is left out: somebody may have pasted it. */
    private static String escape(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
