package nl.landingsbaan.servers;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

class ServerStartFailureAnalyzer extends AbstractFailureAnalyzer<ServerStartException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, ServerStartException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Solve the above, or use servers of your own: set spring.datasource.url, .username and .password for"
                        + " MariaDB and landingsbaan.engine.grpc-address for Zeebe.",
                cause);
    }
}
