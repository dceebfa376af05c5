package nl.landingsbaan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@WithServers(clock = TestServers.EngineClock.CONTROLLED)
@SpringBootTest(classes = WithServersTest.Nothing.class)
class WithServersTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @Autowired
    Environment environment;

    @Test
    void aContextHasAnEmptyDatabaseOfItsOwn() throws Exception {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.datasource.url"),
                        environment.getRequiredProperty("spring.datasource.username"),
                        environment.getRequiredProperty("spring.datasource.password"));
                var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            assertThat(connection.getCatalog()).startsWith("landingsbaan_test_");
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void anEngineWithAControlledClockWaitsForItsClock() throws Exception {
        var partitions = URI.create(environment.getRequiredProperty("landingsbaan.engine.management-address"))
                .resolve("/actuator/partitions");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(partitions).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"PAUSED\"");
        }
    }
}
