package nl.landingsbaan.platform.transfer;

import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;

/** A stored answer with the form and the field in which it was given. */
record Reading(AnswerRow row, Form form, FormField field) {

    /** The one place that says who sees what. */
    boolean isSeenBy(Viewer viewer, Sight sight) {
        var forRole = viewer.accountId() != null && row.answeredBy == viewer.accountId()
                || field.visibleTo().isEmpty()
                || field.visibleTo().stream().anyMatch(viewer.roleCodes()::contains);
        return forRole && sight.sees(row.category, row.organisationId);
    }

    /** Who may correct it: one's own organisation's words, or everything for who coordinates; who takes part is changed elsewhere. */
    boolean isCorrectableBy(Viewer viewer) {
        return viewer.accountId() != null
                && field.participantRole() == null
                && (viewer.coordinates() || viewer.organisationIds().contains(row.organisationId));
    }
}
