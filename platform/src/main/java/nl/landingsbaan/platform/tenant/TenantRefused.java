package nl.landingsbaan.platform.tenant;

import java.util.List;

/** A region's files have mistakes; nothing of that region was stored and the start stops. */
public class TenantRefused extends RuntimeException {

    private final transient List<TenantFileProblem> problems;

    TenantRefused(List<TenantFileProblem> problems) {
        super(problems.size() + " mistake(s) in the files of a region");
        this.problems = List.copyOf(problems);
    }

    public List<TenantFileProblem> problems() {
        return problems;
    }
}
