package nl.landingsbaan.platform.route;

/**
 * One compiled process, for the engine.
 *
 * @param processId with the region's prefix
 */
record DeployableProcess(String resourceName, String processId, String xml) {}
