package nl.landingsbaan.platform.region;

import java.time.LocalDate;

/**
 * A holiday of the schools.
 *
 * @param schoolYear as in {@code 2026-2027}
 * @param code as in {@code kerstvakantie}
 * @param firstDay the first free Saturday
 * @param lastDay the last free Sunday
 * @param advised whether schools may choose other dates
 */
public record SchoolHoliday(String schoolYear, String code, LocalDate firstDay, LocalDate lastDay, boolean advised) {

    /** Whether this day is part of it. */
    public boolean has(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
