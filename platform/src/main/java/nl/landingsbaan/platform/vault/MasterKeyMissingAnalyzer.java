package nl.landingsbaan.platform.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to make a master key, instead of a stack trace. */
class MasterKeyMissingAnalyzer extends AbstractFailureAnalyzer<MasterKeyMissing> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyMissing cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Maak eenmalig een sleutel met 'openssl rand -base64 32', zet die in LANDINGSBAAN_VAULT_MASTERKEY en bewaar hem"
                        + " apart van de back-ups van de database. Zonder deze sleutel zijn bijzondere persoonsgegevens niet"
                        + " meer te lezen.",
                cause);
    }
}
