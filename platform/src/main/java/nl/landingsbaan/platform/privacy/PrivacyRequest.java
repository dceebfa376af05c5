package nl.landingsbaan.platform.privacy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A request about the data of a young person, as far as the reader may know of it.
 *
 * @param number the number by which it is spoken of
 * @param name of the young person; null: not for the reader, or erased
 * @param transferId to go to the dossier; null as the name
 * @param schoolYear null once erased
 * @param askedBy null while nobody has asked
 * @param what what was asked and why; null when there was nothing to say, or once erased
 * @param ground of an erasure only
 * @param requestedByName who recorded it; null: put on the list by itself
 * @param dueOn by when an answer must be given (AVG art. 12 lid 3: one month)
 * @param decidedByName whose second pair of eyes it was, or who closed it; null: nobody yet
 * @param answer what was decided and why
 * @param waitsUntil before this moment an approved erasure is not done, and can be recalled
 * @param doneAt null while it is not done
 * @param own whether the reader recorded it
 */
public record PrivacyRequest(
        long number,
        RequestKind kind,
        RequestState state,
        String name,
        Long transferId,
        String schoolYear,
        AskedBy askedBy,
        String identityCheck,
        String what,
        Ground ground,
        String requestedByName,
        Instant requestedAt,
        LocalDate dueOn,
        String decidedByName,
        Instant decidedAt,
        String answer,
        Instant waitsUntil,
        Instant doneAt,
        boolean own) {}
