package nl.landingsbaan.platform.notify;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Mail, when a mail server is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Postman postman(
            JavaMailSender server, Outgoing outgoing, Preferences preferences, MailProperties properties, Clock clock) {
        properties.check();
        return new Postman(server, outgoing, preferences, new MailText(properties), clock);
    }
}
