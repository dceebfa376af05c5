package nl.landingsbaan.platform.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import nl.landingsbaan.platform.notify.Outgoing.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends the mail that people are owed. Only there when a mail server is set. */
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final JavaMailSender server;
    private final Outgoing outgoing;
    private final Preferences preferences;
    private final MailText text;
    private final Clock clock;
    private final ReentrantLock busy = new ReentrantLock();

    Postman(JavaMailSender server, Outgoing outgoing, Preferences preferences, MailText text, Clock clock) {
        this.server = server;
        this.outgoing = outgoing;
        this.preferences = preferences;
        this.text = text;
        this.clock = clock;
    }

    /** At a fixed rate: what runs with a fixed delay shares one thread with the watch of the engine. */
    @Scheduled(fixedRateString = "${landingsbaan.mail.every:5s}", initialDelayString = "${landingsbaan.mail.every:5s}")
    void round() {
        if (!busy.tryLock()) {
            return;
        }
        try {
            while (outgoing.collectAtOnce()) {
                // Each to their own mail.
            }
            while (outgoing.digest()) {
                // Each to their own mail.
            }
            deliver();
        } finally {
            busy.unlock();
        }
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS)
    void settle() {
        preferences.settleEverybody();
        outgoing.forgetOld();
    }

    private void deliver() {
        var next = outgoing.take();
        while (next.isPresent() && deliver(next.get())) {
            next = outgoing.take();
        }
    }

    /** Returns whether it is of any use to go on with the next. */
    private boolean deliver(Letter letter) {
        try {
            var mail = server.createMimeMessage();
            text.write(mail, letter.id(), letter.to(), letter.messages(), letter.roleTasks(), clock.instant());
            server.send(mail);
            outgoing.sent(letter);
            return true;
        } catch (MailException | MessagingException e) {
            if (isRefused(e)) {
                outgoing.refused(letter);
                log.info("Mail {} was refused: the address of account {}", letter.id(), letter.accountId());
                return true;
            }
            var again = outgoing.failed(letter);
            // The exception's own text may hold the address.
            log.warn(
                    "Mail {} was not sent ({}), {}",
                    letter.id(),
                    e.getClass().getSimpleName(),
                    again ? "and is tried again" : "and is given up after three days");
            return false;
        }
    }

    /** Whether this address is none, or the mail server refuses it for good: a code 5xx to the recipient. */
    private static boolean isRefused(Exception failure) {
        if (failure instanceof AddressException) {
            return true;
        }
        if (failure instanceof MailSendException sending) {
            return sending.getFailedMessages().values().stream().anyMatch(Postman::isRefused);
        }
        for (var each = failure; each instanceof MessagingException nested; each = nested.getNextException()) {
            if (each instanceof SendFailedException sending
                    && sending.getInvalidAddresses() != null
                    && sending.getInvalidAddresses().length > 0) {
                return true;
            }
        }
        return false;
    }
}
