package nl.landingsbaan.platform.transfer;

import java.util.Map;

/**
 * A professional reported something that the route waits for or can be struck by; the engine must be told.
 *
 * @param messageId makes telling it twice harmless
 */
public record RouteEventReported(
        long regionId, long transferId, String messageName, String messageId, Map<String, Object> variables) {}
