package nl.landingsbaan.ui.youngpeople;

import nl.landingsbaan.platform.contact.ContactStanding;
import nl.landingsbaan.platform.task.NextStep;
import nl.landingsbaan.platform.transfer.TransferSummary;

/** A line of the list; {@code next} is null when no step is open, {@code contact} when there was none and none is agreed. */
record YoungPerson(TransferSummary transfer, NextStep next, ContactStanding contact) {

    String name() {
        return transfer.firstName() + " " + transfer.lastName();
    }
}
