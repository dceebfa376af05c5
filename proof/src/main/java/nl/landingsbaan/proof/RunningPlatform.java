package nl.landingsbaan.proof;

import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform that runs now. Whoever got a service of it goes on with it when the platform was started again. */
final class RunningPlatform {

    private ConfigurableApplicationContext context;

    private record Now<T>(RunningPlatform platform, Class<T> type) implements TargetSource {

        @Override
        public Class<T> getTargetClass() {
            return type;
        }

        @Override
        public T getTarget() {
            return platform.context.getBean(type);
        }
    }

    void runs(ConfigurableApplicationContext started) {
        context = started;
    }

    /** As it is now; after the next start it is closed. */
    ConfigurableApplicationContext context() {
        return context;
    }

    <T> T getBean(Class<T> type) {
        var proxies = new ProxyFactory();
        proxies.setTargetSource(new Now<>(this, type));
        proxies.setProxyTargetClass(true);
        return type.cast(proxies.getProxy(type.getClassLoader()));
    }

    void stop() {
        if (context != null) {
            context.close();
        }
    }
}
