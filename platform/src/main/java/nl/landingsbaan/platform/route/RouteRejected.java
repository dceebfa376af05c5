package nl.landingsbaan.platform.route;

import java.util.List;

/** The route has problems; nothing of it was stored. */
public class RouteRejected extends Exception {
    private final transient List<RouteProblem> problems;

    RouteRejected(List<RouteProblem> problems) {
        super(problems.size() + " problem(s) in the route");
        this.problems = List.copyOf(problems);
    }

    public List<RouteProblem> problems() {
        return problems;
    }
}
