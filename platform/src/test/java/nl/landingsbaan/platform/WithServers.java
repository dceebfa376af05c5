package nl.landingsbaan.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Gives a test's Spring context an empty database of its own and, unless told otherwise, the engine that the tests of
 * this JVM share. The context finds them as an installed application does: by {@code spring.datasource.*} and
 * {@code landingsbaan.engine.*}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ContextCustomizerFactories(WithServers.Factory.class)
@TestPropertySource(properties = "landingsbaan.servers=none")
public @interface WithServers {

    /** Property with the folder of the engine's data, where the engine is a child process. */
    String ENGINE_DATA = "test.engine.data";

    /** Which engine the context talks to. */
    EngineChoice engine() default EngineChoice.SHARED;

    /** Whether that engine's clock can be moved; if so {@code landingsbaan.engine.controlled-clock=true} is set too. */
    TestServers.EngineClock clock() default TestServers.EngineClock.REAL;

    enum EngineChoice {
        /** None: the address is one where nobody answers. */
        NONE,
        SHARED,
        /** One for this context alone, which ends with it. */
        OWN
    }

    class Factory implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> configurations) {
            var servers = AnnotatedElementUtils.findMergedAnnotation(testClass, WithServers.class);
            return servers == null ? null : new Customizer(servers.engine(), servers.clock());
        }
    }

    /** Equal for equal choices, so that test classes that choose the same share a context. */
    record Customizer(EngineChoice engine, TestServers.EngineClock clock) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            Map<String, Object> properties = new HashMap<>();
            var database = TestServers.freshDatabase();
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", database.username());
            properties.put("spring.datasource.password", database.password());
            properties.put("landingsbaan.vault.master-key", TestServers.MASTER_KEY);
            properties.put("landingsbaan.engine.controlled-clock", clock == TestServers.EngineClock.CONTROLLED);
            switch (engine) {
                case NONE -> properties.put("landingsbaan.engine.grpc-address", "http://127.0.0.1:1");
                case SHARED -> putAddresses(properties, TestServers.sharedEngine(clock));
                case OWN -> {
                    var own = TestServers.ownEngine(clock);
                    putAddresses(properties, own);
                    endWith(context, own);
                }
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("testServers", properties));
        }

        private static void putAddresses(Map<String, Object> properties, TestServers.Engine engine) {
            properties.put(
                    "landingsbaan.engine.grpc-address", engine.grpcAddress().toString());
            properties.put(
                    "landingsbaan.engine.management-address",
                    engine.managementAddress().toString());
            if (engine.data() != null) {
                properties.put(ENGINE_DATA, engine.data().toString());
            }
        }

        private static void endWith(ConfigurableApplicationContext context, TestServers.Engine engine) {
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context) {
                    try {
                        engine.close();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
        }
    }
}
