package nl.landingsbaan.platform.calendar;

import java.util.List;

/**
 * What would move along with an anchor.
 *
 * @param transfers how many running transfers have it among their dates
 * @param steps what they wait for now that would come on another day; what they come to later follows by itself
 */
public record MovePreview(int transfers, List<MovedStep> steps) {}
