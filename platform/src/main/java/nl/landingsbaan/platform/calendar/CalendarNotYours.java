package nl.landingsbaan.platform.calendar;

/** The calendar is for whoever sets up the region. */
public class CalendarNotYours extends RuntimeException {}
