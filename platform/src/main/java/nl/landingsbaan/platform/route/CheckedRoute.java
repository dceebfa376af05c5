package nl.landingsbaan.platform.route;

/** A route in which nothing was found that keeps it from being published: see {@link Routes#check}. */
public final class CheckedRoute {

    private final Blueprint blueprint;
    private final RouteBundle bundle;

    CheckedRoute(Blueprint blueprint, RouteBundle bundle) {
        this.blueprint = blueprint;
        this.bundle = bundle;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    RouteBundle bundle() {
        return bundle;
    }
}
