package nl.landingsbaan.platform.route;

import java.util.Set;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.Feel;

/** Whether a formula can be parsed and reads only what the route knows. */
final class Formulas {

    /** Where a formula stands. */
    record Place(String file, String elementId, String elementName) {}

    private final Set<String> known;
    private final Catalogue catalogue;
    private final boolean allFormsRead;
    private final Problems problems;

    /**
     * @param known the variables of the route
     * @param allFormsRead false: a form that could not be read may ask what nobody else does
     */
    Formulas(Set<String> known, Catalogue catalogue, boolean allFormsRead, Problems problems) {
        this.known = known;
        this.catalogue = catalogue;
        this.allFormsRead = allFormsRead;
        this.problems = problems;
    }

    /**
     * Checks an expression.
     *
     * @param what is computed by it, in Dutch with its article
     * @param expression without the leading equals sign
     * @param alsoKnown what is known at this place only
     */
    void expression(Place at, String what, String expression, Set<String> alsoKnown) {
        var fault = Feel.fault(expression);
        if (fault != null) {
            unreadable(at, what, expression, fault);
            return;
        }
        reads(at, what, Feel.variables(expression), alsoKnown);
    }

    /** Checks the cell of a decision table that an input is compared with. */
    void test(Place at, String what, String cell, Set<String> alsoKnown) {
        var fault = Feel.faultOfTest(cell);
        if (fault != null) {
            unreadable(at, what, cell, fault);
            return;
        }
        reads(at, what, Feel.variablesOfTest(cell), alsoKnown);
    }

    private void reads(Place at, String what, Set<String> variables, Set<String> alsoKnown) {
        for (String variable : variables) {
            if (!known.contains(variable) && !alsoKnown.contains(variable)) {
                unknown(at, what, variable);
            }
        }
    }

    private void unreadable(Place at, String what, String expression, String fault) {
        problems.add(
                at.file(),
                at.elementId(),
                at.elementName(),
                capital(what) + " is niet te lezen: " + expression,
                "Verbeter de FEEL-formule. De lezer zegt: " + fault);
    }

    private void unknown(Place at, String what, String variable) {
        var field = catalogue.field(variable);
        if (field.isPresent() && !field.get().processVariable()) {
            problems.add(
                    at.file(),
                    at.elementId(),
                    at.elementName(),
                    capital(what) + " kijkt naar '" + variable + "', maar dat veld mag geen procesvariabele zijn.",
                    "Kies een ander veld, of zet bij '" + variable
                            + "' in velden.yaml procesvariabele op ja. Dat kan niet bij vrije tekst en bij bijzondere"
                            + " gegevens.");
            return;
        }
        if (field.isPresent() && !allFormsRead) {
            return; // a form that could not be read may ask it: its own problem comes first
        }
        problems.add(
                at.file(),
                at.elementId(),
                at.elementName(),
                capital(what) + " kijkt naar '" + variable + "', maar geen formulier van de route vraagt dat.",
                "Vraag '" + variable + "' in een formulier, of verbeter de naam. Uit kalender en instellingen leest u"
                        + " met ankers.… en parameters.…; een vaste tekst staat tussen aanhalingstekens.");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
