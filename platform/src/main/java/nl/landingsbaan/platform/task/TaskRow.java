package nl.landingsbaan.platform.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

@Entity
@Table(name = "task")
class TaskRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    Long id;

    long regionId;
    long transferId;
    long stepId;
    long elementInstanceKey;
    long jobKey;

    @Enumerated(EnumType.STRING)
    TaskState state;

    String roleCode;
    Long assigneeId;
    boolean claimed;
    Instant dueAt;
    Instant openedAt;
    Instant closedAt;
    Long closedBy;
    String draft;
    /** Somebody does it for the person who takes part, and takes part meanwhile. */
    boolean lent;

    Instant originalDueAt;
    Instant postponedAt;
    Long postponedBy;
    String postponeReason;

    @Version
    int version;

    void close(TaskState how, Instant at, Long by) {
        state = how;
        closedAt = at;
        closedBy = by;
        if (how == TaskState.COMPLETED) {
            // What the route took away keeps what was typed: it may still be wanted elsewhere.
            draft = null;
        }
    }
}
