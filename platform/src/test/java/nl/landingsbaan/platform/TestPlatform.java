package nl.landingsbaan.platform;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The platform without screens. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, TestRegions.class})
public class TestPlatform {}
