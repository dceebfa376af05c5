package nl.landingsbaan.platform.form;

/** One possible answer: the value that is stored and the label that is shown. */
public record Choice(String value, String label) {}
