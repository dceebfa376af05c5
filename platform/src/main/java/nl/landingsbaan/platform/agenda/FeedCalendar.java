package nl.landingsbaan.platform.agenda;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Writes the feed. Moments are written in UTC, which no rule about summer time can move; days are written as days. */
class FeedCalendar {

    private static final String DOMAIN = "@landingsbaan";

    private final Calendar calendar = new Calendar();
    private final Instant now;
    private final URI link;

    FeedCalendar(Instant now, URI link) {
        this.now = now;
        this.link = link;
        calendar.add(new ProdId("-//Landingsbaan//Agenda//NL"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
    }

    void add(Agenda.Line line) {
        var start = line.appointment().startsAt();
        var event = event(line.uid(), line.changedAt(), "Afspraak (Landingsbaan)");
        event.add(new DtStart<>(start));
        event.add(new DtEnd<>(start.plus(Duration.ofMinutes(line.appointment().minutes()))));
        event.add(new Sequence(line.revision()));
        event.add(new Status(line.appointment().cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        calendar.add(event);
    }

    /** Something for a whole day, during which one is not taken. */
    void add(String uid, LocalDate day, String summary) {
        var event = event(uid, now, summary);
        event.add(new DtStart<>(day));
        event.add(new DtEnd<>(day.plusDays(1)));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        calendar.add(event);
    }

    String text() {
        return calendar.toString();
    }

    private VEvent event(String uid, Instant stamp, String summary) {
        var event = new VEvent(false);
        event.add(new Uid(uid + DOMAIN));
        event.add(new DtStamp(stamp));
        event.add(new Summary(summary));
        event.add(new Url(link));
        return event;
    }
}
