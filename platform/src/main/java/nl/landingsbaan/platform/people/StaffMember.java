package nl.landingsbaan.platform.people;

import java.util.List;

/** Somebody who works in a region, as its administrator sees them. */
public record StaffMember(long accountId, String displayName, String email, List<Membership> memberships) {}
