package nl.landingsbaan.platform.agenda;

import java.time.LocalDate;
import java.util.List;
import nl.landingsbaan.platform.contact.ContactDue;
import nl.landingsbaan.platform.task.TaskSummary;

/**
 * What a day brings.
 *
 * @param contacts contacts that fall due by the agreed rhythm; today also those that are overdue
 * @param anchors codes of the school year's dates that fall on this day
 */
public record AgendaDay(
        LocalDate date,
        List<Appointment> appointments,
        List<TaskSummary> tasks,
        List<ContactDue> contacts,
        List<String> anchors) {

    public boolean isEmpty() {
        return appointments.isEmpty() && tasks.isEmpty() && contacts.isEmpty() && anchors.isEmpty();
    }
}
