package nl.landingsbaan.bench;

import nl.landingsbaan.platform.PlatformConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The platform without screens. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, EndedTransfers.class})
class BenchApplication {}
