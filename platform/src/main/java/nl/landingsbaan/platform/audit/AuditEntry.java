package nl.landingsbaan.platform.audit;

import java.time.Instant;

/** One line of the audit trail. Names nobody: ids only. */
public record AuditEntry(Instant at, Long accountId, AuditAction action) {}
