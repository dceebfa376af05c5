package nl.landingsbaan.platform.calendar;

import java.time.LocalDate;
import nl.landingsbaan.platform.route.Moment;

/**
 * A step of the route that comes on another day, for so many young people.
 *
 * @param name as the drawing calls it
 */
public record MovedStep(String name, Moment.Kind kind, LocalDate from, LocalDate to, int transfers) {}
