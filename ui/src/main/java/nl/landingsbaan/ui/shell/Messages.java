package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.notification.Notification;

/** Short messages in the corner of the screen. */
public final class Messages {

    private Messages() {}

    /** Something was done. */
    public static void done(String text) {
        show(text, "lb-message-done", 5000);
    }

    /** Something did not work; stays longer. */
    public static void problem(String text) {
        show(text, "lb-message-problem", 12000);
    }

    private static void show(String text, String className, int milliseconds) {
        var message = new Notification(text, milliseconds, Notification.Position.BOTTOM_CENTER);
        message.addClassName(className);
        message.open();
    }
}
