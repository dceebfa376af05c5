package nl.landingsbaan.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which elements of a region's route its scenarios came past, as the engine itself says.
 *
 * @param unproven elements that no scenario comes past, each with the reason that the region gives
 * @param untouched elements that no scenario comes past, and nobody says why
 * @param mistakes in what the region says about them
 */
record Coverage(
        List<ModelElement> elements,
        Set<ModelElement> touched,
        Map<ModelElement, String> unproven,
        List<ModelElement> untouched,
        List<Mistake> mistakes) {

    static Coverage of(RegionScenarios region, List<ModelElement> elements, List<EngineRecords.Happening> happenings) {
        var happened = new HashSet<String>();
        for (var each : happenings) {
            if (each.processId().startsWith(region.region() + ".")) {
                happened.add(each.processId().substring(region.region().length() + 1) + "/" + each.elementId() + " "
                        + each.intent());
            }
        }
        var touched = new HashSet<ModelElement>();
        elements.stream().filter(each -> isTouched(each, happened)).forEach(touched::add);
        var unproven = new LinkedHashMap<ModelElement, String>();
        var mistakes = new ArrayList<Mistake>();
        var reasons = region.unproven();
        for (var word : reasons.all()) {
            var named = elements.stream()
                    .filter(each ->
                            each.address().equals(word) || each.elementId().equals(word))
                    .findFirst();
            var reason = reasons.text(word);
            if (named.isEmpty()) {
                mistakes.add(new Mistake(
                        reasons.file(),
                        reasons.line(word),
                        "De tekeningen van deze regio hebben geen onderdeel '" + word + "'.",
                        "Haal de regel weg, of neem over hoe het overzicht het onderdeel noemt."));
            } else if (reason == null || reason.isBlank()) {
                mistakes.add(new Mistake(
                        reasons.file(),
                        reasons.line(word),
                        "Waarom wordt '" + word + "' niet beproefd?",
                        "Schrijf de reden achter de dubbele punt."));
            } else if (touched.contains(named.get())) {
                mistakes.add(new Mistake(
                        reasons.file(),
                        reasons.line(word),
                        "'" + word + "' staat bij niet_beproefd, maar een scenario komt er wel langs.",
                        "Haal de regel weg."));
            } else {
                unproven.put(named.get(), reason);
            }
        }
        var untouched = elements.stream()
                .filter(each -> !touched.contains(each) && !unproven.containsKey(each))
                .toList();
        return new Coverage(elements, touched, unproven, untouched, mistakes);
    }

    /** What is done must have been finished, what can happen must have happened, an end must have been reached. */
    private static boolean isTouched(ModelElement element, Set<String> happened) {
        return switch (element.kind()) {
            case FLOW -> happened.contains(element.address() + " SEQUENCE_FLOW_TAKEN");
            case END -> happened.contains(element.address() + " ELEMENT_ACTIVATED");
            default -> happened.contains(element.address() + " ELEMENT_COMPLETED");
        };
    }

    /** Touched and there, of each kind that there is. */
    Map<ModelElement.Kind, int[]> counts() {
        var counts = new EnumMap<ModelElement.Kind, int[]>(ModelElement.Kind.class);
        for (var element : elements) {
            var count = counts.computeIfAbsent(element.kind(), kind -> new int[2]);
            count[0] += touched.contains(element) ? 1 : 0;
            count[1]++;
        }
        return counts;
    }
}
