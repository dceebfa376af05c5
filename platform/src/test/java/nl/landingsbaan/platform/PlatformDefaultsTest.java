package nl.landingsbaan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

class PlatformDefaultsTest {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void asBefore() {
        TimeZone.setDefault(before);
    }

    @Test
    void momentsAreWrittenInUtcWhereverTheServerStands() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

        new PlatformDefaults().postProcessEnvironment(new StandardEnvironment(), new SpringApplication());

        assertThat(Timestamp.from(Instant.parse("2026-11-27T02:30:00Z")).toLocalDateTime())
                .isEqualTo(LocalDateTime.of(2026, 11, 27, 2, 30));
    }
}
