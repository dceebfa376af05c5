package nl.landingsbaan.platform.history;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as a source gives it. Blank is not 0, and a range is not a number (seed 002, domain sheet G21).
 *
 * @param kind whether there is a number at all
 * @param least the smallest it can be; 0 where there is none
 * @param most the largest it can be; the same as the smallest for one number
 * @param about the source says "circa"
 * @param printed as the source writes it; empty for what is computed
 */
public record Amount(Kind kind, int least, int most, boolean about, String printed) {

    /** No amount is larger. */
    public static final int LARGEST = 1_000_000;

    /** What stands there. */
    public enum Kind {
        NUMBER,
        /** The source leaves the cell empty. */
        EMPTY,
        /** There is a number, but nobody knows it ("onbekend"). */
        UNKNOWN,
        /** There can be none ("n.v.t."). */
        NOT_APPLICABLE,
        /** There is one, but it concerns too few young people to be shown. Never stored: a reader gets it. */
        WITHHELD
    }

    public static final Amount EMPTY = new Amount(Kind.EMPTY, 0, 0, false, "");
    public static final Amount UNKNOWN = new Amount(Kind.UNKNOWN, 0, 0, false, "");
    public static final Amount NOT_APPLICABLE = new Amount(Kind.NOT_APPLICABLE, 0, 0, false, "");
    public static final Amount WITHHELD = new Amount(Kind.WITHHELD, 0, 0, false, "");

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3})+|\\d{1,7})";
    private static final Pattern FORM = Pattern.compile("(?<about>circa|ca\\.?|ongeveer|zo'n|±)?\\s*" + NUMBER
            + "(?:\\s*(?:-|–|à|a|tot|t/m|tot en met)\\s*" + NUMBER + ")?");

    /** A number that was counted or computed. */
    public static Amount of(int number) {
        return new Amount(Kind.NUMBER, number, number, false, "");
    }

    /**
     * Reads what stands in a cell: {@code 21}, {@code 3 à 4}, {@code 10–12}, {@code 60 tot 80}, {@code circa 110},
     * {@code onbekend}, {@code n.v.t.} or nothing.
     *
     * @return empty when it is none of these, when a range does not go up, or when it is larger than {@link #LARGEST}
     */
    public static Optional<Amount> parse(String text) {
        var printed = text.strip().replaceAll("\\s+", " ");
        var plain = printed.toLowerCase(Locale.ROOT);
        switch (plain) {
            case "" -> {
                return Optional.of(EMPTY);
            }
            case "onbekend", "?" -> {
                return Optional.of(UNKNOWN);
            }
            case "n.v.t.", "nvt", "n.v.t" -> {
                return Optional.of(NOT_APPLICABLE);
            }
            default -> {}
        }
        var form = FORM.matcher(plain);
        if (!form.matches()) {
            return Optional.empty();
        }
        int least = number(form.group(2));
        int most = form.group(3) == null ? least : number(form.group(3));
        boolean isRange = form.group(3) != null;
        return most > LARGEST || isRange && least >= most
                ? Optional.empty()
                : Optional.of(new Amount(Kind.NUMBER, least, most, form.group("about") != null, printed));
    }

    /** What these add up to; unknown as soon as one of them is no number. */
    public static Amount sum(List<Amount> amounts) {
        return amounts.stream().allMatch(Amount::isNumber)
                ? new Amount(
                        Kind.NUMBER,
                        amounts.stream().mapToInt(Amount::least).sum(),
                        amounts.stream().mapToInt(Amount::most).sum(),
                        amounts.stream().anyMatch(Amount::about),
                        "")
                : UNKNOWN;
    }

    /** What is left of this without these; unknown as soon as one of them is no number, or more is taken than there is. */
    public Amount without(List<Amount> others) {
        var taken = sum(others);
        return isNumber() && taken.isNumber() && most >= taken.least
                ? new Amount(Kind.NUMBER, Math.max(0, least - taken.most), most - taken.least, about || taken.about, "")
                : UNKNOWN;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether it is one number, and no "circa". */
    public boolean isExact() {
        return isNumber() && least == most && !about;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits.replace(".", ""));
    }
}
