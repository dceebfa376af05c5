package nl.landingsbaan.platform.form;

import java.util.Map;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** FEEL outside the engine: the same language as in the drawing. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private Feel() {}

    /** What is wrong with the expression, or null. */
    static String fault(String expression) {
        var parsed = ENGINE.parseExpression(expression);
        return parsed.isSuccess() ? null : parsed.failure().message();
    }

    /** True only when the expression gives true; a missing answer counts as null. */
    static boolean isTrue(String expression, Map<String, Object> variables) {
        EvaluationResult result = ENGINE.evaluateExpression(expression, variables);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
