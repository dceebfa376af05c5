package nl.landingsbaan.platform.transfer;

import java.util.List;

/** A name reduced to what is heard in it, so that a slip, a swap or a left-out "van de" does not hide who it is. */
record NameLikeness(String first, String last, String firstWord) {

    private static final int SHORT = 4;

    static NameLikeness of(String firstName, String lastName) {
        var first = Names.plain(firstName);
        return new NameLikeness(
                letters(first),
                letters(Names.telling(lastName)),
                letters(first.stream().limit(1).toList()));
    }

    /** The same letters, in the same or in swapped fields. */
    boolean same(NameLikeness other) {
        return first.equals(other.first) && last.equals(other.last)
                || first.equals(other.last) && last.equals(other.first);
    }

    boolean similar(NameLikeness other) {
        return alike(first, other.first) && alike(last, other.last)
                || alike(first, other.last) && alike(last, other.first)
                || alike(firstWord, other.firstWord) && alike(last, other.last);
    }

    private static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var slips = Math.min(one.length(), other.length()) <= SHORT ? 1 : 2;
        return Math.abs(one.length() - other.length()) <= slips && distance(one, other) <= slips;
    }

    /** How many letters were added, left out, replaced, or swapped with their neighbour. */
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    rows[i][j] = i + j;
                    continue;
                }
                var differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                rows[i][j] = Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + differs);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }
        return rows[one.length()][other.length()];
    }

    private static String letters(List<String> words) {
        return String.join("", words).replace("ij", "y");
    }
}
