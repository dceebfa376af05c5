package nl.landingsbaan.platform.tenant;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which lines of which files must change, instead of a stack trace. */
class TenantRefusedAnalyzer extends AbstractFailureAnalyzer<TenantRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TenantRefused cause) {
        var description = cause.problems().stream()
                .map(TenantFileProblem::text)
                .collect(Collectors.joining("\n", "De bestanden van een regio kloppen niet:\n\n", ""));
        return new FailureAnalysis(description, "Verbeter de genoemde regels en start opnieuw.", cause);
    }
}
