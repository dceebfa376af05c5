package nl.landingsbaan.platform.engine;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the engine is and how its jobs are held.
 *
 * @param grpcAddress address of the Zeebe gateway; {@code http} is plain text, {@code https} is TLS
 * @param managementAddress address of the broker's management endpoints; only needed with a controlled clock
 * @param controlledClock whether the engine's clock is moved by this installation: in a demo and in tests only
 * @param receiveLease how long a job may take from receiving it to committing its task; after that it is given out again
 * @param heldLease how long a job whose task is in the list is left alone; once in this time it comes round, which heals lists
 * @param threads how many jobs are handled at once
 */
@Validated
@ConfigurationProperties("landingsbaan.engine")
record EngineProperties(
        @NotNull(
                message =
                        "landingsbaan.engine.grpc-address ontbreekt: het adres van de Zeebe-gateway, bijvoorbeeld http://localhost:26500")
        URI grpcAddress,

        URI managementAddress,
        @DefaultValue("false") boolean controlledClock,
        @DefaultValue("2m") Duration receiveLease,
        @DefaultValue("1d") Duration heldLease,
        @DefaultValue("8") @Min(1) int threads) {}
