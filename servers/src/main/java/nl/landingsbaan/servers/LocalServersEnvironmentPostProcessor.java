package nl.landingsbaan.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts MariaDB and Zeebe with the application when {@code landingsbaan.servers=local}, each only if its address is not
 * configured, and tells the application their addresses and a master key. They stop after the application's context has closed.
 */
class LocalServersEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

    private static final String SERVERS = "landingsbaan.servers";
    private static final String DATA = "landingsbaan.data";
    private static final String CONTROLLED_CLOCK = "landingsbaan.engine.controlled-clock";
    private static final String MASTER_KEY = "landingsbaan.vault.master-key";
    private static final String DATABASE_URL = "spring.datasource.url";
    private static final String ENGINE_ADDRESS = "landingsbaan.engine.grpc-address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isLocal(environment.getProperty(SERVERS, "none"))) {
            return;
        }
        boolean withMariaDb = !environment.containsProperty(DATABASE_URL);
        boolean withZeebe = !environment.containsProperty(ENGINE_ADDRESS);
        if (!withMariaDb && !withZeebe) {
            return;
        }
        var clock = environment.getProperty(CONTROLLED_CLOCK, Boolean.class, false);
        var data = Path.of(environment.getProperty(DATA, LocalFolder.NAME + "/data"));
        var servers = LocalServers.start(
                data,
                withMariaDb,
                withZeebe ? Optional.of(LocalZeebe.Options.MODEST.withControlledClock(clock)) : Optional.empty());
        SpringApplication.getShutdownHandlers().add(servers::close);
        provideMasterKey(environment, data);
        environment.getPropertySources().addLast(new MapPropertySource("localServers", addresses(servers)));
    }

    /** What local servers keep is kept under a key of its own, beside their data. */
    private static void provideMasterKey(ConfigurableEnvironment environment, Path data) {
        if (!environment.containsProperty(MASTER_KEY)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("localMasterKey", Map.of(MASTER_KEY, LocalMasterKey.in(data))));
        }
    }

    /** After the application's own configuration has been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean isLocal(String servers) {
        return switch (servers) {
            case "local" -> true;
            case "none" -> false;
            default ->
                throw new ServerStartException(SERVERS + " is '" + servers
                        + "'. It can be 'local' (start Zeebe and MariaDB where no address is configured) or 'none'.");
        };
    }

    private static Map<String, Object> addresses(LocalServers servers) {
        var addresses = new HashMap<String, Object>();
        servers.mariaDb().ifPresent(mariaDb -> {
            addresses.put(DATABASE_URL, mariaDb.jdbcUrl());
            addresses.put("spring.datasource.username", mariaDb.username());
            addresses.put("spring.datasource.password", mariaDb.password());
        });
        servers.zeebe().ifPresent(zeebe -> {
            addresses.put(ENGINE_ADDRESS, zeebe.grpcAddress().toString());
            addresses.put(
                    "landingsbaan.engine.management-address",
                    zeebe.managementAddress().toString());
        });
        return addresses;
    }
}
