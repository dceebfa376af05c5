package nl.landingsbaan.proof;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.landingsbaan.platform.PlatformConfiguration;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The platform without screens, at the time at which the scenarios begin. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PlatformConfiguration.class)
class ProofApplication {

    static final String BEGIN = "proof.begin";

    /** The engine starts at the platform's time, which is that of the scenarios whatever today is. */
    @Bean
    static InitializingBean beginning(PlatformClock clock, @Value("${" + BEGIN + "}") String begin) {
        return () -> clock.setOffset(Duration.between(Clock.systemUTC().instant(), Instant.parse(begin)));
    }
}
