package nl.landingsbaan.platform.transfer;

import java.util.List;

/**
 * A young person from another region has arrived.
 *
 * @param unplaced the labels of what was passed on and has no place in this region's forms
 */
public record Arrival(long transferId, List<String> unplaced) {}
