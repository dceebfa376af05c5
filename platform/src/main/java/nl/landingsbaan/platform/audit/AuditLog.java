package nl.landingsbaan.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail. It is written in the transaction of what it tells about, so that the two are never apart. */
@Service
public class AuditLog {

    /** Whoever reads on within this time after a line is not put on record again. */
    public static final Duration ONE_READING = Duration.ofMinutes(10);

    private static final String INSERT =
            "INSERT INTO audit_entry (id, region_id, at, account_id, action, subject, subject_id, organisation_id)"
                    + " VALUES (NEXT VALUE FOR audit_seq, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts on record what is being done, together with it. */
    @Transactional
    public void record(Long regionId, Long accountId, AuditAction action, AuditSubject subject, Long subjectId) {
        insert(regionId, accountId, action, subject, subjectId, null);
    }

    /**
     * Puts on record that a dossier was read, unless the same person was put on record for it, for the same organisation, less
     * than {@link #ONE_READING} ago: a page that is shown again because something changed is one reading.
     */
    @Transactional
    public void recordReading(long regionId, long accountId, Long organisationId, long transferId) {
        var recent = jdbc.sql(
                        "SELECT 1 FROM audit_entry WHERE region_id = ? AND subject = ? AND subject_id = ? AND at > ?"
                                + " AND account_id = ? AND action = ? AND organisation_id <=> ? LIMIT 1")
                .params(
                        regionId,
                        AuditSubject.TRANSFER.name(),
                        transferId,
                        Timestamp.from(clock.instant().minus(ONE_READING)),
                        accountId,
                        AuditAction.DOSSIER_READ.name())
                .param(organisationId)
                .query(Integer.class)
                .optional();
        if (recent.isEmpty()) {
            insert(regionId, accountId, AuditAction.DOSSIER_READ, AuditSubject.TRANSFER, transferId, organisationId);
        }
    }

    /** Who read a dossier, newest first. */
    @Transactional(readOnly = true)
    public List<Reading> readings(long regionId, long transferId, int limit) {
        return jdbc.sql("SELECT at, account_id, organisation_id FROM audit_entry WHERE region_id = ? AND subject = ?"
                        + " AND subject_id = ? AND action = ? ORDER BY at DESC LIMIT ?")
                .params(regionId, AuditSubject.TRANSFER.name(), transferId, AuditAction.DOSSIER_READ.name(), limit)
                .query((rs, n) ->
                        new Reading(rs.getTimestamp(1).toInstant(), rs.getLong(2), rs.getObject(3, Long.class)))
                .list();
    }

    /** Puts a refused attempt on record, which stays when the attempt's own transaction is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordRefusal(Long regionId, Long accountId, AuditAction action, AuditSubject subject, Long subjectId) {
        insert(regionId, accountId, action, subject, subjectId, null);
    }

    /** What was done with a subject, newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> about(long regionId, AuditSubject subject, long subjectId, int limit) {
        return jdbc.sql("SELECT at, account_id, action FROM audit_entry"
                        + " WHERE region_id = ? AND subject = ? AND subject_id = ? ORDER BY at DESC LIMIT ?")
                .params(regionId, subject.name(), subjectId, limit)
                .query((rs, n) -> new AuditEntry(
                        rs.getTimestamp(1).toInstant(),
                        rs.getObject(2, Long.class),
                        AuditAction.valueOf(rs.getString(3))))
                .list();
    }

    private void insert(
            Long regionId,
            Long accountId,
            AuditAction action,
            AuditSubject subject,
            Long subjectId,
            Long organisationId) {
        jdbc.sql(INSERT)
                .param(regionId)
                .param(Timestamp.from(clock.instant()))
                .param(accountId)
                .param(action.name())
                .param(subject.name())
                .param(subjectId)
                .param(organisationId)
                .update();
    }
}
