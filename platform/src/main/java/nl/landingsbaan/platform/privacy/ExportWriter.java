package nl.landingsbaan.platform.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what is known about a young person: {@code gegevens.html} to read, and {@code gegevens.json} for other systems.
 *
 * <p>Layout of the JSON: {@code indeling} (the version of this layout), {@code verzoek} (number), {@code gemaakt_op} (ISO 8601), and
 * {@code onderdelen}: by part {@code uitleg} (what it is), {@code volledig} (false: only the first rows are given) and {@code regels},
 * objects whose names are the columns. Days are {@code yyyy-MM-dd}, moments ISO 8601 with their distance from UTC.
 */
@Component
class ExportWriter {

    static final int LAYOUT = 1;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.of("nl"));
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm", Locale.of("nl")).withZone(PlatformClock.ZONE);

    private final JsonMapper json;

    ExportWriter(JsonMapper json) {
        this.json = json;
    }

    ExportFile write(long number, Instant now, Map<Holding, List<Map<String, Object>>> held) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "gegevens.html", page(number, now, held));
            put(zip, "gegevens.json", machine(number, now, held));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ExportFile("verzoek-" + number + ".zip", bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String machine(long number, Instant now, Map<Holding, List<Map<String, Object>>> held) {
        var parts = new LinkedHashMap<String, Object>();
        held.forEach((holding, rows) -> {
            var part = new LinkedHashMap<String, Object>();
            part.put("uitleg", holding.explanation());
            part.put("volledig", rows.size() < Held.MOST_ROWS);
            part.put("regels", rows.stream().map(ExportWriter::plain).toList());
            parts.put(holding.part(), part);
        });
        var all = new LinkedHashMap<String, Object>();
        all.put("indeling", LAYOUT);
        all.put("verzoek", number);
        all.put("gemaakt_op", plain(now));
        all.put("onderdelen", parts);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static Map<String, Object> plain(Map<String, Object> row) {
        var plain = new LinkedHashMap<String, Object>();
        row.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    private static Object plain(Object value) {
        return switch (moment(value)) {
            case Instant instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(PlatformClock.ZONE));
            case LocalDate day -> day.toString();
            case null -> null;
            case Object other -> other;
        };
    }

    private String page(long number, Instant now, Map<Holding, List<Map<String, Object>>> held) {
        var page = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Uw gegevens</title><style>
                body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
                section{margin:2rem 0}dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.15rem 1rem;
                margin:0;padding:.6rem 0;border-top:1px solid #767676}dt{color:#454545}dd{margin:0;
                overflow-wrap:anywhere;white-space:pre-wrap}@media(max-width:30rem){dl{grid-template-columns:1fr}}
                </style></head><body><main><h1>Uw gegevens</h1>
                """);
        page.append("<p>Dit is alles wat in deze regio over u is vastgelegd. Gemaakt op ")
                .append(MOMENT.format(now))
                .append(", verzoek ")
                .append(number)
                .append(". In het bestand gegevens.json staat hetzelfde, voor andere systemen.</p>")
                .append("<p>Klopt er iets niet? Of wilt u dat gegevens weggaan? Vraag het aan uw school.</p>");
        held.forEach((holding, rows) -> section(page, holding, rows));
        return page.append("</main></body></html>").toString();
    }

    private static void section(StringBuilder page, Holding holding, List<Map<String, Object>> rows) {
        page.append("<section><h2>").append(escaped(title(holding.part()))).append("</h2><p>");
        page.append(escaped(holding.explanation())).append("</p>");
        if (rows.isEmpty()) {
            page.append("<p>Niets.</p>");
        }
        if (rows.size() >= Held.MOST_ROWS) {
            page.append("<p>Er is meer dan hier past. Vraag uw school om de rest.</p>");
        }
        for (var row : rows) {
            page.append("<dl>");
            row.forEach((key, value) -> {
                if (value != null) {
                    page.append("<dt>").append(escaped(title(key))).append("</dt><dd>");
                    page.append(escaped(words(value))).append("</dd>");
                }
            });
            page.append("</dl>");
        }
        page.append("</section>");
    }

    private static String words(Object value) {
        return switch (moment(value)) {
            case Instant instant -> MOMENT.format(instant);
            case LocalDate day -> DAY.format(day);
            case Boolean yes -> yes ? "ja" : "nee";
            case Collection<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining("\n"));
            case null -> "";
            case Object other -> other.toString();
        };
    }

    private static Object moment(Object value) {
        return switch (value) {
            case Timestamp at -> at.toInstant();
            case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
            case java.sql.Date day -> day.toLocalDate();
            case null -> null;
            case Object other -> other;
        };
    }

    private static String title(String part) {
        return Character.toUpperCase(part.charAt(0)) + part.substring(1).replace('_', ' ');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
