package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Set;
import nl.landingsbaan.platform.form.Category;

/**
 * A dossier through the eyes of a receiver.
 *
 * @param name null for the parents
 * @param sees false: takes no part, and cannot open the dossier
 * @param values what the receiver sees and the onlooker may see too
 * @param beyond the categories of which the receiver sees more than the onlooker may
 */
public record SeenAs(String name, boolean sees, List<FieldValue> values, Set<Category> beyond, Withheld withheld) {}
