package nl.landingsbaan.platform.transfer;

/**
 * Who has somebody else take part, and why.
 *
 * @param by null: nobody in person, the route asked for it
 * @param aboveMaximum why the new one accompanies more young people than the maximum; null: does not
 */
record Change(Long by, ReplacementReason reason, String note, String aboveMaximum) {

    static final Change BY_THE_ROUTE = new Change(null, ReplacementReason.ROUTE, null, null);

    static final Change ROLE_ENDED = new Change(null, ReplacementReason.LEFT, null, null);
}
