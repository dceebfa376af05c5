package nl.landingsbaan.platform.contact;

import java.util.List;

/**
 * Everything about contact with one young person, as one reader sees it.
 *
 * @param moments newest first, at most the {@link Contacts#SHOWN} newest
 * @param rhythms what was agreed for this young person, newest first; empty: the region's rhythm holds
 * @param mayAgree whether this reader can change the rhythm and ask for hours: who takes part in person, and coordinators
 */
public record ContactLog(
        ContactStanding standing,
        Hours hours,
        List<Rhythm> rhythms,
        List<ContactMoment> moments,
        boolean mayAgree,
        boolean running) {}
