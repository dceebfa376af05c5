package nl.landingsbaan.platform.tenant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong in one file, so that its author sees everything at once. */
final class Problems {

    private final Path file;
    private final List<TenantFileProblem> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void at(Node node, String problem, String remedy) {
        at(node.getStartMark().getLine() + 1, problem, remedy);
    }

    void at(int line, String problem, String remedy) {
        found.add(new TenantFileProblem(file, line, problem, remedy));
    }

    /** In the order of the file. */
    List<TenantFileProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(TenantFileProblem::line))
                .toList();
    }
}
