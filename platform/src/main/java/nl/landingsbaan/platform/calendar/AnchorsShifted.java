package nl.landingsbaan.platform.calendar;

/** The dates of a running transfer have moved; the engine must hear of it. Telling it twice is harmless. */
public record AnchorsShifted(long regionId, long transferId, long shiftId) {}
