package nl.landingsbaan.platform.tenant;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where regions and routes lie.
 *
 * @param library folder with one folder of drawings and forms per route
 * @param tenants folder with one folder per region
 */
@Validated
@ConfigurationProperties("landingsbaan")
record TenantProperties(
        @NotNull @DefaultValue("processes") Path library,
        @NotNull @DefaultValue("tenants") Path tenants) {}
