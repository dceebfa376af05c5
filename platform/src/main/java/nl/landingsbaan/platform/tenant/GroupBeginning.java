package nl.landingsbaan.platform.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.AnchorDay;
import nl.landingsbaan.platform.region.GroupRule;
import nl.landingsbaan.platform.region.SchoolYear;

/** When groups begin, as a region's file says under {@code begint}: on days of each year, every so many weeks, or by hand. */
final class GroupBeginning {

    private static final String BEGINS = "begint";
    private static final String BY_HAND = "met_de_hand";
    private static final String EXAMPLE =
            "Schrijf 'begint: {op: start_mbo}', 'begint: {op: [start_mbo, kerst + 2 weken]}',"
                    + " 'begint: {elke_weken: 10, vanaf: start_schooljaar}' of 'begint: " + BY_HAND + "'.";

    private final List<AnchorDay> on = new ArrayList<>();
    private Integer everyWeeks;
    private String from;
    private String per;

    GroupBeginning(Section group, List<SchoolYear> calendar) {
        if (!group.has(BEGINS)) {
            group.absent(BEGINS);
            group.problemHere("Er staat niet wanneer deze groep begint.", EXAMPLE);
        } else if (group.isSingle(BEGINS)) {
            if (!BY_HAND.equals(group.text(BEGINS, 20))) {
                group.problem(BEGINS, "Hier staat niet wanneer deze groep begint.", EXAMPLE);
            }
        } else {
            read(group.section(BEGINS), calendar);
        }
    }

    private void read(Section section, List<SchoolYear> calendar) {
        per = section.has("per") ? section.code("per", 80) : section.absent("per");
        if (section.has("op")) {
            for (var word : section.oneOrMore("op")) {
                day(section, word, calendar);
            }
        } else if (section.has("elke_weken")) {
            everyWeeks = section.number("elke_weken", 1, 200);
            from = section.text("vanaf", 60);
            if (from != null) {
                known(section, "vanaf", from, calendar);
            }
        } else if (!"ja".equals(section.has(BY_HAND) ? section.text(BY_HAND, 5) : null)) {
            section.problemHere("Hier staat niet wanneer deze groep begint.", EXAMPLE);
        }
        List.of("op", "elke_weken", "vanaf", BY_HAND).forEach(section::absent);
        section.nothingElse();
    }

    private void day(Section section, String word, List<SchoolYear> calendar) {
        AnchorDay.read(word)
                .ifPresentOrElse(
                        day -> {
                            known(section, "op", day.anchor(), calendar);
                            on.add(day);
                        },
                        () -> section.problem("op", "'" + word + "' is geen dag van een schooljaar.", EXAMPLE));
    }

    private static void known(Section section, String key, String anchor, List<SchoolYear> calendar) {
        if (calendar.stream().noneMatch(year -> year.anchors().containsKey(anchor))) {
            section.problem(
                    key,
                    "Geen schooljaar heeft een anker '" + anchor + "'.",
                    "Kies een van: "
                            + calendar.stream()
                                    .flatMap(year -> year.anchors().keySet().stream())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    GroupRule rule(String code, String name, String process, boolean anySchoolYear, Map<String, String> participants) {
        return new GroupRule(code, name, process, per, on, everyWeeks, from, anySchoolYear, participants);
    }
}
