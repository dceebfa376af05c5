package nl.landingsbaan.platform.form;

/** A form that cannot be read; the message is Dutch and says what is wrong and where. */
public class FormUnreadable extends Exception {
    FormUnreadable(String message) {
        super(message);
    }
}
