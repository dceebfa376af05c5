package nl.landingsbaan.ui.youngpeople;

import nl.landingsbaan.platform.task.NextStep;
import nl.landingsbaan.platform.transfer.TransferSummary;

/** A line of the list; {@code next} is null when no step is open. */
record YoungPerson(TransferSummary transfer, NextStep next) {

    String name() {
        return transfer.firstName() + " " + transfer.lastName();
    }
}
