package nl.landingsbaan.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.interceptor.AsyncUncaughtExceptionHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.AsyncConfigurer;

/** What fails in the background stays in the outbox and is tried again: a line in the log is enough, and never the event itself. */
@Configuration(proxyBeanMethods = false)
class AsyncFailures implements AsyncConfigurer {

    private static final Logger log = LoggerFactory.getLogger(AsyncFailures.class);

    @Override
    public AsyncUncaughtExceptionHandler getAsyncUncaughtExceptionHandler() {
        return (failure, method, arguments) -> {
            log.info("{} did not succeed and is tried again: {}", method.getName(), failure.toString());
            log.debug("The failure", failure);
        };
    }
}
