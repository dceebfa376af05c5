package nl.landingsbaan.platform.form;

import java.util.Map;
import java.util.Set;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** FEEL outside the engine: the same language as in the drawings. Expressions come without the leading equals sign. */
public final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

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

    /** True only when the expression gives true; a missing answer counts as null. */
    static boolean isTrue(String expression, Map<String, Object> variables) {
        EvaluationResult result = ENGINE.evaluateExpression(expression, variables);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
