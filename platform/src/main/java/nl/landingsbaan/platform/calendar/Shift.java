package nl.landingsbaan.platform.calendar;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the engine must be told of a transfer whose dates have moved.
 *
 * @param instances the process instances that count with the dates, the root among them
 * @param anchors the dates from now on
 * @param moments what comes on another day
 */
public record Shift(Set<Long> instances, Map<String, String> anchors, List<ShiftedMoment> moments) {}
