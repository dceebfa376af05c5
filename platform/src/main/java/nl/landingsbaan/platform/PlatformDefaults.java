package nl.landingsbaan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds {@code platform.properties} below everything else that is configured. Here rather than on the configuration class,
 * which is read after logging has been set up.
 */
class PlatformDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("classpath:platform.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
