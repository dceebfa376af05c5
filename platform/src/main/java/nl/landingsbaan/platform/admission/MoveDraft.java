package nl.landingsbaan.platform.admission;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.landingsbaan.platform.consent.Signatory;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.transfer.CarriedValue;

/**
 * What can be sent along, and what must be asked first.
 *
 * @param needed whose consent is needed at the young person's age today
 */
public record MoveDraft(List<Region> destinations, Map<Category, List<CarriedValue>> values, Set<Signatory> needed) {}
