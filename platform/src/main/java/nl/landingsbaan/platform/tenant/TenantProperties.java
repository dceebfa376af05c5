package nl.landingsbaan.platform.tenant;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where regions and routes lie. As text, because a web application would look for a relative {@link Path} among its own pages.
 *
 * @param library folder with one folder of drawings and forms per route
 * @param tenants folder with one folder per region
 */
@Validated
@ConfigurationProperties("landingsbaan")
record TenantProperties(
        @NotBlank @DefaultValue("processes") String library,
        @NotBlank @DefaultValue("tenants") String tenants) {

    Path libraryFolder() {
        return Path.of(library);
    }

    Path tenantsFolder() {
        return Path.of(tenants);
    }
}
