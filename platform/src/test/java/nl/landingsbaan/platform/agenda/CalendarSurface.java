package nl.landingsbaan.platform.agenda;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import nl.landingsbaan.platform.sharing.Reader;
import nl.landingsbaan.platform.sharing.Surface;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferKey;
import org.springframework.stereotype.Component;

/** An appointment about the young person, in the agenda on the screen and in the feed for another programme. */
@Component
class CalendarSurface implements Surface {

    private final Agenda agenda;
    private final AgendaFeeds feeds;
    private final Clock clock;

    CalendarSurface(Agenda agenda, AgendaFeeds feeds, Clock clock) {
        this.agenda = agenda;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "agenda en iCalendar";
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
        if (agenda.coming(actor, transfer.id()).isEmpty()) {
            agenda.make(
                    actor,
                    transfer.id(),
                    new NewAppointment(
                            AppointmentKind.TALK, clock.instant().plus(Duration.ofDays(1)), 30, null, Set.of()));
        }
        var today = PlatformClock.today(clock);
        return agenda.days(actor, today, 14)
                + feeds.calendar(feeds.make(actor), URI.create("https://landingsbaan.example/agenda"))
                        .orElseThrow();
    }
}
