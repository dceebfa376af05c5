package nl.landingsbaan.ui.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.landingsbaan.platform.agenda.Agenda;
import nl.landingsbaan.platform.agenda.AppointmentKind;
import nl.landingsbaan.platform.agenda.NewAppointment;
import nl.landingsbaan.platform.contact.ContactResult;
import nl.landingsbaan.platform.contact.ContactStanding;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.contact.NewContact;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's coaches keep in touch with their young people, most of them in time, and plan ahead. */
@Component
@Profile("demo")
class DemoContacts {

    private static final int MOST = 60;
    private static final int DAYS_AHEAD = 6;

    /** One in so many is forgotten, or does not answer. */
    private static final int FORGOTTEN = 9;

    private static final int SILENT = 14;

    private static final List<String> NOTES = List.of(
            "Vertelt over de stage, is er trots op.",
            "Vindt reizen met de bus spannend. Samen de route geoefend.",
            "Is twee dagen niet geweest. Belt morgen zelf met de mentor.",
            "Wil graag eerder een rustige plek in de pauze.");

    private final DemoPeople people;
    private final Contacts contacts;
    private final Agenda agenda;
    private final Transfers transfers;
    private final Clock clock;

    DemoContacts(DemoPeople people, Contacts contacts, Agenda agenda, Transfers transfers, Clock clock) {
        this.people = people;
        this.contacts = contacts;
        this.agenda = agenda;
        this.transfers = transfers;
        this.clock = clock;
    }

    /** Logs the contacts that fall due in the days to come. */
    void keepInTouch() {
        for (var coach : people.inRole("coach")) {
            var mine = running(coach);
            var standings = contacts.standings(
                    coach, mine.stream().map(TransferSummary::id).toList());
            mine.forEach(transfer -> keepInTouch(coach, transfer, standings.get(transfer.id())));
        }
    }

    /** Makes appointments for the days to come. */
    void plan() {
        for (var coach : people.inRole("coach")) {
            var mine = running(coach);
            for (int i = 0; i < Math.min(4, mine.size()); i++) {
                agenda.make(
                        coach,
                        mine.get(i).id(),
                        new NewAppointment(
                                AppointmentKind.values()[i % AppointmentKind.values().length],
                                at(today().plusDays(1 + 2L * i), 10 + i),
                                45,
                                i % 2 == 0 ? "Op school, lokaal 1.12" : null,
                                Set.of("mentor")));
            }
        }
    }

    private void keepInTouch(Actor coach, TransferSummary transfer, ContactStanding standing) {
        var random = new Random(
                transfer.lastName().hashCode() * 31L + transfer.firstName().hashCode());
        var temper = random.nextInt(100);
        if (standing == null
                || standing.dueOn() == null
                || standing.dueOn().isAfter(today().plusDays(DAYS_AHEAD))
                || standing.lastAt() != null && temper % FORGOTTEN == 0) {
            return;
        }
        var kinds = List.of("bellen", "appen", "gesprek", "bezoek");
        var moment = new Random(temper + today().toEpochDay());
        var kind = kinds.get(moment.nextInt(kinds.size()));
        var result = standing.lastAt() != null && temper % SILENT == 0
                ? ContactResult.NOT_REACHED
                : List.of(ContactResult.GOOD, ContactResult.GOOD, ContactResult.MIXED, ContactResult.WORRIES)
                        .get(moment.nextInt(4));
        var note = result == ContactResult.GOOD || result == ContactResult.NOT_REACHED
                ? null
                : NOTES.get(moment.nextInt(NOTES.size()));
        contacts.log(coach, transfer.id(), new NewContact(kind, result, 5 + 5 * moment.nextInt(9), null, note));
    }

    private List<TransferSummary> running(Actor coach) {
        return transfers.list(coach, new TransferFilter(null, null, null, true), 0, MOST);
    }

    private LocalDate today() {
        return PlatformClock.today(clock);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PlatformClock.ZONE).toInstant();
    }
}
