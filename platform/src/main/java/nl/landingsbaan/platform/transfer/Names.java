package nl.landingsbaan.platform.transfer;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Names as they are compared. Where somebody looks for one they are in one spelling, and without what often stands before them:
 * "Yılmaz" and "Yilmas", "van Dijk" and "Dyk", "Sophie" and "Sofie" are the same.
 */
final class Names {

    private static final int LONGEST = 160;
    private static final int GRAM = 3;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SILENT_H = Pattern.compile("(?<=[^aeiou])h");
    private static final Pattern DOUBLE_LETTERS = Pattern.compile("(.)\\1+");

    private static final int NO_SLIP = 3;
    private static final int ONE_SLIP = 5;

    /** How far one slip is, further than a part without one. */
    private static final int SLIP = 4;

    /** What stands before many names and is left out as often as not: Dutch, Arabic, Turkish and Romance. */
    private static final Set<String> BEFORE_NAMES = Set.of(
            "van", "von", "de", "der", "den", "het", "t", "s", "ter", "ten", "te", "op", "in", "aan", "el", "al", "ait",
            "ben", "bin", "ibn", "la", "le", "les", "du", "des", "di", "da", "do", "dos", "d", "l");

    private static final List<String[]> OTHER_LETTERS = List.of(
            new String[] {"ı", "i"},
            new String[] {"ø", "o"},
            new String[] {"ł", "l"},
            new String[] {"đ", "d"},
            new String[] {"ð", "d"},
            new String[] {"þ", "t"},
            new String[] {"æ", "ae"},
            new String[] {"œ", "oe"},
            new String[] {"ß", "ss"});

    private Names() {}

    /** The words of what somebody looks for, as {@link #telling} and in one spelling. */
    static List<String> typed(String text) {
        return telling(text).stream().map(Names::spelled).toList();
    }

    /** All words of a name, in one spelling. */
    static List<String> words(String name) {
        return plain(name).stream().map(Names::spelled).toList();
    }

    /** The plain words that tell names apart, or all of them when there are only such as "van". */
    static List<String> telling(String name) {
        var all = plain(name);
        var telling = all.stream().filter(word -> !BEFORE_NAMES.contains(word)).toList();
        return telling.isEmpty() ? all : telling;
    }

    /** All words of a name, without capitals and accents. */
    static List<String> plain(String name) {
        var plain = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        plain = plain.toLowerCase(Locale.ROOT);
        for (var letter : OTHER_LETTERS) {
            plain = plain.replace(letter[0], letter[1]);
        }
        plain = Normalizer.normalize(plain, Normalizer.Form.NFD);
        plain = ACCENTS.matcher(plain).replaceAll("");
        return BETWEEN_WORDS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** One spelling for what sounds the same: ph and f, c and k, z and s, y, j and ij, a silent h, double letters. */
    private static String spelled(String word) {
        var sounded = SILENT_H.matcher(word.replace("ph", "f"))
                .replaceAll("")
                .replace('c', 'k')
                .replace('q', 'k')
                .replace('z', 's')
                .replace('y', 'i')
                .replace('j', 'i');
        return DOUBLE_LETTERS.matcher(sounded).replaceAll("$1");
    }

    /** Pieces of the words, of which two names that look alike share many. The start of a word counts as two. */
    static Set<String> grams(List<String> words) {
        var grams = new LinkedHashSet<String>();
        for (var word : words) {
            var padded = "  " + word;
            for (int i = 0; i + GRAM <= padded.length(); i++) {
                grams.add(padded.substring(i, i + GRAM));
            }
        }
        return grams;
    }

    /**
     * How far what was typed is from a name: each word typed is a word of the name, or the start or a part of one, with a slip or two
     * where it is long enough.
     *
     * @return 0 is the name itself; empty: another name
     */
    static OptionalInt distance(List<String> typed, List<String> name) {
        var words = candidates(name);
        var total = 0;
        for (var word : typed) {
            var nearest = part(word, words);
            if (nearest.isEmpty()) {
                nearest = withSlips(word, words);
            }
            if (nearest.isEmpty()) {
                return OptionalInt.empty();
            }
            total += nearest.getAsInt();
        }
        return OptionalInt.of(total);
    }

    /** "Annemarie" is also found as "Anne Marie". */
    private static Set<String> candidates(List<String> name) {
        var candidates = new HashSet<>(name);
        for (int i = 1; i < name.size(); i++) {
            candidates.add(name.get(i - 1) + name.get(i));
        }
        return candidates;
    }

    private static OptionalInt part(String typed, Set<String> words) {
        if (words.contains(typed)) {
            return OptionalInt.of(0);
        }
        if (words.stream().anyMatch(word -> word.startsWith(typed))) {
            return OptionalInt.of(1);
        }
        return typed.length() >= GRAM && words.stream().anyMatch(word -> word.contains(typed))
                ? OptionalInt.of(2)
                : OptionalInt.empty();
    }

    private static OptionalInt withSlips(String typed, Set<String> words) {
        var slips = typed.length() <= NO_SLIP ? 0 : typed.length() <= ONE_SLIP ? 1 : 2;
        if (slips == 0) {
            return OptionalInt.empty();
        }
        if (IntStream.range(1, typed.length())
                .anyMatch(at -> part(swapped(typed, at), words).isPresent())) {
            return OptionalInt.of(SLIP);
        }
        var measure = new LevenshteinDistance(slips);
        return words.stream()
                .filter(word -> word.length() >= typed.length() - slips)
                .flatMap(word -> starts(word, typed.length()).stream())
                .mapToInt(start -> measure.apply(typed, start))
                .filter(distance -> distance >= 0)
                .map(distance -> 2 + 2 * distance)
                .min();
    }

    /** The letter at this place before the one that stands before it: the slip of a quick hand. */
    private static String swapped(String word, int at) {
        return word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    }

    /** What was typed may be the start of a word: a letter less or more of it may be due to a slip. */
    private static Set<String> starts(String word, int length) {
        return IntStream.rangeClosed(length - 1, length + 1)
                .mapToObj(end -> word.substring(0, Math.min(end, word.length())))
                .collect(Collectors.toSet());
    }
}
