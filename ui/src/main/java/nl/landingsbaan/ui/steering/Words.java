package nl.landingsbaan.ui.steering;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.UnaryOperator;
import nl.landingsbaan.platform.steering.Figure;
import nl.landingsbaan.ui.figure.Bars;

/**
 * Figures in words: a number, or which of the reasons there is for having none.
 *
 * @param texts the translation of a key
 */
record Words(Locale language, UnaryOperator<String> texts) {

    String text(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> number(known.value());
            case Figure.Absent absent ->
                texts.apply(
                        switch (absent) {
                            case WITHHELD -> "doorstroom.niet-getoond";
                            case NOT_APPLICABLE -> "doorstroom.nvt";
                            case UNKNOWN -> "doorstroom.onbekend";
                        });
        };
    }

    String number(int value) {
        return NumberFormat.getIntegerInstance(language).format(value);
    }

    /** A percentage with the fraction it comes from, as in "85% (51 van 60)". */
    String percentage(Figure percentage, Figure numerator, Figure denominator) {
        return percentage.number().isEmpty()
                ? text(percentage)
                : text(percentage) + "% (" + of(numerator, denominator) + ")";
    }

    /** As in "51 van 60". */
    String of(Figure numerator, Figure denominator) {
        return numerator.number().isEmpty()
                ? text(numerator)
                : text(numerator) + " " + texts.apply("doorstroom.van") + " " + text(denominator);
    }

    /** A bar as high as the number; where there is none, no bar and the reason beside it. */
    Bars.Point point(Figure figure) {
        return new Bars.Point(figure.number().orElse(0), text(figure), false);
    }
}
