package nl.landingsbaan.platform.route;

/** One compiled drawing or file of decisions, for the engine. */
public record DeployableResource(String resourceName, String xml) {}
