package nl.landingsbaan.platform.tenant;

import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where regions and routes lie. As text, because a web application would look for a relative {@link Path} among its own pages.
 *
 * @param library folder with one folder of drawings and forms per route
 * @param tenants folder with one folder per region
 * @param regions the names of the folders that are taken in; none named: all of them
 */
@Validated
@ConfigurationProperties("landingsbaan")
record TenantProperties(
        @NotBlank @DefaultValue("processes") String library,
        @NotBlank @DefaultValue("tenants") String tenants,
        @DefaultValue List<String> regions) {

    boolean isWanted(Path folder) {
        return regions.isEmpty() || regions.contains(folder.getFileName().toString());
    }

    Path libraryFolder() {
        return Path.of(library);
    }

    Path tenantsFolder() {
        return Path.of(tenants);
    }
}
