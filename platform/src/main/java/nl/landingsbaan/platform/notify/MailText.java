package nl.landingsbaan.platform.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.mail.javamail.MimeMessageHelper;

/** The words of a mail: numbers and links. Nothing that is personal comes near this class. */
class MailText {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final ResourceBundle words = ResourceBundle.getBundle("mail.texts", Locale.ROOT);
    private final MailProperties properties;

    MailText(MailProperties properties) {
        this.properties = properties;
    }

    /**
     * Fills in a mail.
     *
     * @param mailId becomes its Message-ID, so that a mail that is sent again after a crash is known as the same one
     * @param messages how many new messages there are
     * @param roleTasks how many new tasks there are for everybody with the reader's roles
     */
    void write(MimeMessage mail, long mailId, String to, int messages, int roleTasks, Instant at)
            throws MessagingException {
        var helper = new MimeMessageHelper(mail, true, StandardCharsets.UTF_8.name());
        helper.setFrom(sender());
        helper.setTo(to);
        helper.setSubject(messages > 0 ? say("onderwerp", messages) : say("onderwerp.taken"));
        helper.setSentDate(Date.from(at));
        var messagesPage = properties.page(messages > 0 ? "berichten" : "taken");
        var wishesPage = properties.page("berichten/instellingen");
        var text = new StringBuilder();
        var html = new StringBuilder(
                        "<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Landingsbaan")
                .append("</title></head><body style=\"font-family:sans-serif;line-height:1.5;color:#1c2b2d\">");
        if (messages > 0) {
            paragraph(text, html, say("berichten", messages));
        }
        if (roleTasks > 0) {
            paragraph(text, html, say("taken", roleTasks));
        }
        text.append(say("bekijk")).append(": ").append(messagesPage).append("\n\n");
        html.append("<p>").append(link(messagesPage, say("bekijk"))).append("</p>");
        paragraph(text, html, say("privacy"));
        text.append(say("instellingen")).append(": ").append(wishesPage).append('\n');
        html.append("<p>").append(link(wishesPage, say("instellingen"))).append("</p></body></html>");
        helper.setText(text.toString(), html.toString());
        mail.setHeader(
                "Message-ID",
                "<bericht-" + mailId + "@" + properties.application().getHost() + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
    }

    private InternetAddress sender() throws MessagingException {
        try {
            return new InternetAddress(properties.from(), "Landingsbaan", StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
    }

    private static void paragraph(StringBuilder text, StringBuilder html, String words) {
        text.append(words).append("\n\n");
        html.append("<p>").append(words).append("</p>");
    }

    private static String link(String address, String words) {
        return "<a href=\"" + address.replace("&", "&amp;").replace("\"", "&quot;") + "\">" + words + "</a>";
    }

    private String say(String key, Object... parameters) {
        return new MessageFormat(words.getString(key), DUTCH).format(parameters);
    }
}
