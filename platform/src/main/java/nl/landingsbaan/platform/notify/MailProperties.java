package nl.landingsbaan.platform.notify;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a mail says about itself. The mail server is {@code spring.mail.*}; without {@code spring.mail.host} nothing is mailed.
 *
 * @param from the address that mail comes from
 * @param application where people find the application, for the links in a mail
 * @param every how often is looked whether somebody is to be mailed
 */
@ConfigurationProperties("landingsbaan.mail")
record MailProperties(
        String from, URI application, @DefaultValue("5s") Duration every) {

    /** With a mail server both addresses must be known. */
    void check() {
        if (from == null || from.isBlank() || application == null || !application.isAbsolute()) {
            throw new IllegalStateException("Er is een mailserver ingesteld (spring.mail.host), maar"
                    + " landingsbaan.mail.from (het adres van de afzender) of landingsbaan.mail.application (het adres"
                    + " van de toepassing, bijvoorbeeld https://landingsbaan.example) ontbreekt.");
        }
    }

    /** The address of a page of the application. */
    String page(String path) {
        var base = application.toString();
        return (base.endsWith("/") ? base : base + "/") + path;
    }
}
