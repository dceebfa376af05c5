package nl.landingsbaan.platform.handover;

import nl.landingsbaan.platform.consent.SharedState;
import nl.landingsbaan.platform.form.Category;

/**
 * Something of the dossier that no receiver may see, and that the sender cannot add.
 *
 * @param state how it stands with consent; null: it is meant for other roles, whatever is consented
 */
public record Staying(String label, Category category, SharedState state) {}
