package nl.landingsbaan.platform.handover;

import nl.landingsbaan.platform.transfer.FieldValue;

/**
 * Something that a receiver may see, and that goes unless the sender leaves it out.
 *
 * @param leftOut why the sender leaves it out; null: it goes
 */
public record Going(FieldValue value, LeftOut leftOut) {}
