package nl.landingsbaan.platform.transfer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.DataSubject;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The young people themselves, whatever their transfers. That the caller may do this, is for the caller to know and to put on record. */
@Service
public class YoungPeople {

    private static final String REASON = "reden";
    private static final int MAX_REASON = 500;

    private final YoungPersonRepository youngPeople;
    private final TransferRepository transfers;
    private final NameIndex names;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YoungPeople(
            YoungPersonRepository youngPeople,
            TransferRepository transfers,
            NameIndex names,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.youngPeople = youngPeople;
        this.transfers = transfers;
        this.names = names;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Corrects a young person's name or birth date, which stay as what was known earlier. The young person is found by the new name from
     * then on, the age that decides about consent follows, and so does what the route does on a birthday.
     *
     * @throws FormRefused when something is missing or wrong
     */
    @Transactional
    public void correct(
            long regionId,
            long youngPersonId,
            String firstName,
            String lastName,
            LocalDate birthDate,
            String reason,
            long by) {
        var today = PlatformClock.today(clock);
        var errors = ReferralCheck.identityErrors(firstName, lastName, birthDate, today);
        if (reason == null || reason.isBlank()) {
            errors.put(REASON, "Schrijf op waarom dit niet klopt.");
        } else if (reason.strip().length() > MAX_REASON) {
            errors.put(REASON, "De reden is te lang. Gebruik hoogstens " + MAX_REASON + " tekens.");
        }
        if (!errors.isEmpty()) {
            throw new FormRefused(errors);
        }
        var person = youngPeople.lock(regionId, youngPersonId).orElseThrow();
        jdbc.sql(
                        "INSERT INTO young_person_earlier (id, region_id, young_person_id, first_name, last_name, birth_date,"
                                + " reason, replaced_at, replaced_by) SELECT NEXT VALUE FOR privacy_request_seq, region_id, id,"
                                + " first_name, last_name, birth_date, ?, ?, ? FROM young_person WHERE region_id = ? AND id = ?")
                .params(reason.strip(), Timestamp.from(clock.instant()), by, regionId, youngPersonId)
                .update();
        var bornOtherwise = !person.birthDate.equals(birthDate);
        person.firstName = firstName.strip();
        person.lastName = lastName.strip();
        person.birthDate = birthDate;
        youngPeople.saveAndFlush(person);
        names.put(person);
        if (bornOtherwise) {
            events.publishEvent(new BirthDateCorrected(regionId, youngPersonId));
        }
    }

    /** When the young person of this record was born. */
    @Transactional(readOnly = true)
    public LocalDate birthDate(long regionId, long youngPersonId) {
        return youngPeople.findByRegionIdAndId(regionId, youngPersonId).orElseThrow().birthDate;
    }

    /**
     * Whose transfer this is.
     *
     * @throws TransferNotFound when the region has no such transfer
     */
    @Transactional(readOnly = true)
    public DataSubject behind(long regionId, long transferId) {
        return transfers
                .findByRegionIdAndId(regionId, transferId)
                .map(transfer -> of(regionId, transfer.youngPersonId))
                .orElseThrow(() -> new TransferNotFound(transferId));
    }

    /** A young person with all transfers, the newest in front. */
    @Transactional(readOnly = true)
    public DataSubject of(long regionId, long youngPersonId) {
        var person = youngPeople.findByRegionIdAndId(regionId, youngPersonId).orElseThrow();
        return new DataSubject(
                regionId,
                youngPersonId,
                person.firstName,
                person.lastName,
                rows(regionId, youngPersonId).stream().map(row -> row.id).toList());
    }

    /** The schools that referred a young person. */
    @Transactional(readOnly = true)
    public Set<Long> origins(DataSubject subject) {
        return rows(subject.regionId(), subject.youngPersonId()).stream()
                .map(row -> row.originId)
                .collect(Collectors.toSet());
    }

    /** The school year of the newest transfer. */
    @Transactional(readOnly = true)
    public String schoolYear(DataSubject subject) {
        return rows(subject.regionId(), subject.youngPersonId()).getFirst().schoolYear;
    }

    /** Whether every transfer of this young person has come to its end, or was stopped. Keeps new ones out until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean haveAllEnded(DataSubject subject) {
        youngPeople.lock(subject.regionId(), subject.youngPersonId()).orElseThrow();
        return rows(subject.regionId(), subject.youngPersonId()).stream().allMatch(row -> row.endedAt != null);
    }

    /**
     * Has the engine end what still runs; {@link #haveAllEnded} tells when that is done. What the engine was never told of, ends at once.
     * What it is being told of at this moment is ended when this is asked again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(DataSubject subject) {
        for (var row : rows(subject.regionId(), subject.youngPersonId())) {
            if (row.endedAt == null && row.processInstanceKey != null) {
                events.publishEvent(new TransferStopped(row.regionId, row.id, row.processInstanceKey));
            } else if (row.endedAt == null && startsLater(row)) {
                row.endedAt = clock.instant();
            }
        }
    }

    private boolean startsLater(TransferRow row) {
        return jdbc.sql("DELETE FROM transfer_start_later WHERE region_id = ? AND transfer_id = ?")
                        .params(row.regionId, row.id)
                        .update()
                == 1;
    }

    private List<TransferRow> rows(long regionId, long youngPersonId) {
        return transfers.findByRegionIdAndYoungPersonIdOrderByStartedAtDescIdDesc(regionId, youngPersonId);
    }
}
