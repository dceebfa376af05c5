package nl.landingsbaan.platform.transfer;

import nl.landingsbaan.platform.form.Form;

/** Something that a professional can report about a running transfer. */
public record ReportableEvent(long stepId, String name, String why, Form form) {}
