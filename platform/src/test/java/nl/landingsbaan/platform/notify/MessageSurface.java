package nl.landingsbaan.platform.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import nl.landingsbaan.platform.sharing.Reader;
import nl.landingsbaan.platform.sharing.Surface;
import nl.landingsbaan.platform.transfer.TransferKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A message of each kind about the young person, in the application and in the mail that announces it. */
@Component
class MessageSurface implements Surface {

    private final Notices notices;
    private final MessageBox box;
    private final TransactionTemplate transaction;
    private final MailText text = new MailText(new MailProperties(
            "post@landingsbaan.example", URI.create("https://landingsbaan.example"), Duration.ofSeconds(5)));
    private final Clock clock;

    MessageSurface(Notices notices, MessageBox box, TransactionTemplate transaction, Clock clock) {
        this.notices = notices;
        this.box = box;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "berichten en mail";
    }

    @Override
    public boolean showsEverything() {
        return false;
    }

    @Override
    public String shown(TransferKey transfer, Reader reader) {
        var actor = reader.actor();
        if (actor == null) {
            return "";
        }
        transaction.executeWithoutResult(status -> {
            for (var kind : MessageKind.values()) {
                notices.tell(
                        transfer.regionId(), List.of(actor.accountId()), kind, transfer.id(), null, "" + transfer.id());
            }
        });
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()));
            text.write(mail, 1, "lezer@landingsbaan.example", box.unread(actor), 1, clock.instant());
            mail.saveChanges();
            return box.page(actor, null, 50).messages() + mail.getSubject() + read(mail);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart parts)) {
            return part.getContent().toString();
        }
        var all = new StringBuilder();
        for (var i = 0; i < parts.getCount(); i++) {
            all.append(read(parts.getBodyPart(i)));
        }
        return all.toString();
    }
}
