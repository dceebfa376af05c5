package nl.landingsbaan.platform.contact;

import java.time.LocalDate;

/** The day for the next contact has passed. Told once for each such day. */
public record RhythmMissed(long regionId, long transferId, LocalDate dueOn) {}
