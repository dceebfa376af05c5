package nl.landingsbaan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Adds {@code platform.properties} below everything else that is configured, and makes the JVM's zone UTC: plain JDBC writes and
 * reads moments in the zone of the JVM, Hibernate in UTC, and both do so in the same columns. Here rather than on the configuration
 * class, which is read after logging has been set up.
 */
class PlatformDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("classpath:platform.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
