package nl.landingsbaan.platform.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.contact.ContactResult;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.contact.NewContact;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.ContactRules;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.OpenedStep;
import nl.landingsbaan.platform.task.TaskProjection;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class AgendaTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final URI LINK = URI.create("https://landingsbaan.example/agenda");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 22);
    private static final String MARKER = "zzmerkzz";

    @Autowired
    Agenda agenda;

    @Autowired
    AgendaFeeds feeds;

    @Autowired
    Contacts contacts;

    @Autowired
    TaskProjection projection;

    @Autowired
    Routes routes;

    @Autowired
    TestRegions regions;

    @Autowired
    PlatformClock clock;

    @Autowired
    JdbcClient jdbc;

    TestRegion region;
    long transfer;

    @BeforeEach
    void aMondayBeforeSummerTime() {
        clock.setOffset(Duration.between(Instant.now(), at(TODAY, 9)));
        region = regions.make(
                MARKER + "regio" + COUNT.incrementAndGet(),
                LocalDate.of(2027, 9, 1),
                new ContactRules(Map.of("bellen", "Gebeld"), 3, null, 3));
        transfer = regions.refer(region, MARKER + "voornaam", MARKER + "achternaam");
    }

    @AfterEach
    void now() {
        clock.setOffset(Duration.ZERO);
    }

    @Test
    void aWeekHoldsAppointmentsTasksContactsAndTheDatesOfTheSchoolYear() {
        agenda.make(region.mentor(), transfer, talk(at(TODAY.plusDays(1), 14)));
        openTask(at(TODAY.plusDays(2), 12));
        contacts.log(region.mentor(), transfer, new NewContact("bellen", ContactResult.GOOD));

        var week = agenda.days(region.mentor(), TODAY, 7);

        assertThat(week).hasSize(7);
        assertThat(week.get(0).isEmpty()).isTrue();
        assertThat(week.get(1).appointments()).hasSize(1);
        assertThat(week.get(2).tasks()).hasSize(1);
        assertThat(week.get(3).contacts()).hasSize(1);
        assertThat(agenda.days(region.mentor(), LocalDate.of(2027, 9, 1), 1)
                        .getFirst()
                        .anchors())
                .containsExactly("start_mbo");
    }

    @Test
    void anAppointmentIsThereForWhoIsInvitedAndForNobodyElse() {
        agenda.make(region.mentor(), transfer, talk(at(TODAY.plusDays(1), 14)));
        assertThat(appointments(region.coordinator())).isEmpty();

        var id = appointments(region.mentor()).getFirst().id();
        agenda.change(region.mentor(), id, talk(at(TODAY.plusDays(1), 15), "coordinator"));

        assertThat(appointments(region.coordinator()))
                .extracting(Appointment::startsAt)
                .containsExactly(at(TODAY.plusDays(1), 15));
        var stranger = regions.actor(region.region(), "mentor", "andere-school");
        assertThat(appointments(stranger)).isEmpty();
        assertThatThrownBy(() -> agenda.cancel(stranger, id)).isInstanceOf(AppointmentNotFound.class);
        assertThatThrownBy(() -> agenda.make(stranger, transfer, talk(at(TODAY.plusDays(1), 14))))
                .isInstanceOf(TransferNotFound.class);
    }

    @Test
    void anAppointmentLiesInTheFutureAndOnlyParticipantsAreInvited() {
        assertThatThrownBy(() -> agenda.make(region.mentor(), transfer, talk(at(TODAY, 8))))
                .isInstanceOf(AgendaRefused.class)
                .hasMessageContaining("al geweest");
        assertThatThrownBy(() -> agenda.make(region.mentor(), transfer, talk(at(TODAY, 12), "stuurgroep")))
                .isInstanceOf(AgendaRefused.class)
                .hasMessageContaining("betrokken");
    }

    @Test
    void aCancelledAppointmentStaysInTheAgendaAsCancelledAndCannotBeChangedAgain() {
        var id = agenda.make(region.mentor(), transfer, talk(at(TODAY.plusDays(1), 14)));
        agenda.cancel(region.mentor(), id);

        assertThat(appointments(region.mentor()))
                .allMatch(Appointment::cancelled)
                .hasSize(1);
        assertThat(agenda.coming(region.mentor(), transfer)).isEmpty();
        assertThatThrownBy(() -> agenda.change(region.mentor(), id, talk(at(TODAY.plusDays(1), 15))))
                .isInstanceOf(AppointmentNotFound.class);
    }

    @Test
    void theFeedHoldsNoNamesNoPlacesAndNoIdOfTheYoungPersonAndIsReadByTheLibrary() throws Exception {
        var id = agenda.make(region.mentor(), transfer, talk(at(TODAY.plusDays(1), 14), "coordinator"));
        agenda.make(region.mentor(), transfer, talk(at(TODAY.plusDays(2), 14)));
        agenda.cancel(region.mentor(), id);
        openTask(at(TODAY.plusDays(2), 12));
        openTask(at(TODAY.plusDays(2), 13));
        contacts.log(
                region.mentor(),
                transfer,
                new NewContact("bellen", ContactResult.WORRIES, 5, null, MARKER + " notitie"));

        var feed = feed();

        assertThat(feed.toLowerCase()).doesNotContain(MARKER);
        for (var personal : List.of(
                "Test mentor", "De School", "Het Programma", "Testprogramma", "Testregio", "Kennismak", "Mentor")) {
            assertThat(feed).doesNotContain(personal);
        }
        // A random id can have any four digits in it.
        var withoutRandomIds = feed.replaceAll("UID:[0-9a-f-]{32,36}@landingsbaan", "");
        assertThat(withoutRandomIds).doesNotContain("UID").doesNotContainPattern("\\b(" + transfer + "|" + id + ")\\b");
        assertThat(feed.lines()
                        .filter(line -> line.startsWith("DESCRIPTION")
                                || line.startsWith("LOCATION")
                                || line.startsWith("ATTENDEE")
                                || line.startsWith("ORGANIZER")))
                .isEmpty();
        var events = events(feed);
        assertThat(events)
                .extracting(event -> value(event, "SUMMARY"))
                .containsExactlyInAnyOrder(
                        "Afspraak (Landingsbaan)",
                        "Afspraak (Landingsbaan)",
                        "2 taken af te ronden",
                        "1 contactmoment");
        assertThat(events).allSatisfy(event -> {
            assertThat(value(event, "URL")).isEqualTo(LINK.toString());
            assertThat(value(event, "UID")).isNotBlank();
            assertThat(event.getDateStamp()).isPresent();
        });
        assertThat(events.stream().filter(event -> "CANCELLED".equals(value(event, "STATUS"))))
                .singleElement()
                .satisfies(event -> assertThat(value(event, "SEQUENCE")).isEqualTo("1"));
    }

    @Test
    void theSameEntryKeepsItsUidFromReadingToReading() throws Exception {
        agenda.make(region.mentor(), transfer, talk(at(TODAY.plusDays(1), 14)));
        openTask(at(TODAY.plusDays(2), 12));
        var token = feeds.make(region.mentor());
        var first = uids(feeds.calendar(token, LINK).orElseThrow());

        agenda.change(region.mentor(), appointments(region.mentor()).getFirst().id(), talk(at(TODAY.plusDays(1), 16)));

        assertThat(uids(feeds.calendar(token, LINK).orElseThrow())).containsExactlyElementsOf(first);
    }

    /** Summer time begins on 28 March 2027: ten o'clock stays ten o'clock. */
    @Test
    void anAppointmentBeforeAndAfterTheChangeToSummerTimeIsAtTheSameHour() throws Exception {
        for (var day : List.of(27, 28, 29)) {
            agenda.make(region.mentor(), transfer, talk(at(LocalDate.of(2027, 3, day), 10)));
        }

        var starts = new ArrayList<LocalTime>();
        for (var event : events(feed())) {
            var start = Instant.from(event.getStartDate().orElseThrow().getDate());
            starts.add(start.atZone(PlatformClock.ZONE).toLocalTime());
        }
        assertThat(starts).hasSize(3).containsOnly(LocalTime.of(10, 0));
    }

    @Test
    void anUnknownRenewedOrWithdrawnAddressAndThatOfSomebodyWhoLeftShowNothing() {
        var first = feeds.make(region.mentor());
        assertThat(feeds.calendar(first, LINK)).isPresent();
        assertThat(first).hasSizeGreaterThanOrEqualTo(43);
        assertThat(jdbc.sql("SELECT token_hash FROM agenda_feed")
                        .query(String.class)
                        .list())
                .doesNotContain(first);

        var second = feeds.make(region.mentor());
        assertThat(feeds.calendar(first, LINK)).isEmpty();
        assertThat(feeds.calendar("niets", LINK)).isEmpty();
        assertThat(feeds.calendar(second, LINK)).isPresent();

        feeds.withdraw(region.mentor());
        assertThat(feeds.calendar(second, LINK)).isEmpty();
        assertThat(feeds.madeAt(region.mentor())).isEmpty();
    }

    private String feed() {
        return feeds.calendar(feeds.make(region.mentor()), LINK).orElseThrow();
    }

    private List<Appointment> appointments(Actor actor) {
        return agenda.days(actor, TODAY, 7).stream()
                .flatMap(day -> day.appointments().stream())
                .toList();
    }

    private NewAppointment talk(Instant at, String... roles) {
        return new NewAppointment(AppointmentKind.TALK, at, 60, MARKER + "plaats", Set.of(roles));
    }

    private void openTask(Instant due) {
        var step = routes
                .steps(routes.current(region.region().id()).orElseThrow().id())
                .stream()
                .filter(each ->
                        each.kind() == StepKind.USER_TASK && each.roles().contains("mentor"))
                .findFirst()
                .orElseThrow();
        var key = 3_000_000L + COUNT.incrementAndGet();
        projection.open(new OpenedStep(region.region().id(), transfer, step.id(), key, key, due));
    }

    private static List<VEvent> events(String feed) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(feed)).getComponents("VEVENT");
    }

    private static List<String> uids(String feed) throws IOException, ParserException {
        return events(feed).stream().map(event -> value(event, "UID")).toList();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(each -> each.getValue()).orElse(null);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(PlatformClock.ZONE).toInstant();
    }
}
