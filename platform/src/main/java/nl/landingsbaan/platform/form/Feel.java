package nl.landingsbaan.platform.form;

import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** FEEL outside the engine: the same language as in the drawings. Expressions come without the leading equals sign. */
public final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    /** How a cell calls the value that is compared. */
    private static final Set<String> COMPARED = Set.of("?", "cellInput");

    /** The moment that formulas read on this thread. */
    private static final ThreadLocal<ZonedDateTime> NOW = new ThreadLocal<>();

    private static final FeelEngineApi TIMED =
            FeelEngineBuilder.forJava().withClock(NOW::get).build();

    /** Those of published routes, which are few and stay. */
    private static final Map<String, ParseResult> PARSED = new ConcurrentHashMap<>();

    private Feel() {}

    /** What the parser has against the expression (English, technical), or null. */
    public static String fault(String expression) {
        var parsed = ENGINE.parseExpression(expression);
        return parsed.isSuccess() ? null : parsed.failure().message();
    }

    /** The variables that the expression reads; empty when it cannot be parsed. */
    public static Set<String> variables(String expression) {
        var parsed = ENGINE.parseExpression(expression);
        return parsed.isSuccess() ? parsed.parsedExpression().getVariableNames() : Set.of();
    }

    /** What the parser has against a condition in a cell of a decision table, such as {@code "a","b"} or {@code < 5}; or null. */
    public static String faultOfTest(String cell) {
        var parsed = ENGINE.parseUnaryTests(cell);
        return parsed.isSuccess() ? null : parsed.failure().message();
    }

    /** The variables that such a cell reads, apart from the value that is compared; empty when it cannot be parsed. */
    public static Set<String> variablesOfTest(String cell) {
        var parsed = ENGINE.parseUnaryTests(cell);
        if (!parsed.isSuccess()) {
            return Set.of();
        }
        var variables = new HashSet<>(parsed.parsedExpression().getVariableNames());
        variables.removeAll(COMPARED);
        return variables;
    }

    /**
     * What the expression gives: dates and moments as {@code java.time} has them; null when it cannot be computed.
     *
     * @param now the moment that {@code today()} and {@code now()} read
     */
    public static Object value(String expression, Map<String, Object> variables, ZonedDateTime now) {
        var parsed = PARSED.computeIfAbsent(expression, ENGINE::parseExpression);
        if (!parsed.isSuccess()) {
            return null;
        }
        NOW.set(now);
        try {
            var result = TIMED.evaluate(parsed.parsedExpression(), variables);
            return result.isSuccess() ? result.result() : null;
        } finally {
            NOW.remove();
        }
    }

    /** True only when the expression gives true; a missing answer counts as null. */
    public static boolean isTrue(String expression, Map<String, Object> variables) {
        EvaluationResult result = ENGINE.evaluateExpression(expression, variables);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
