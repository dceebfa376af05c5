package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.Component;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.task.TaskResult;
import nl.landingsbaan.ui.shell.Messages;

/** What is said after several tasks were changed at once. */
public final class Outcome {

    private Outcome() {}

    /**
     * Says how many tasks were changed, and of those that stayed as they were why.
     *
     * @return whether any was changed
     */
    public static boolean tell(Component screen, List<TaskResult> results) {
        var done = (int) results.stream().filter(TaskResult::done).count();
        if (done > 0) {
            Messages.done(screen.getTranslation(done == 1 ? "taken.gedaan.een" : "taken.gedaan", done));
        }
        results.stream()
                .filter(result -> !result.done())
                .collect(Collectors.groupingBy(
                        TaskResult::refusal, () -> new EnumMap<>(TaskResult.Refusal.class), Collectors.counting()))
                .forEach((refusal, number) ->
                        Messages.problem(screen.getTranslation("taken.bleef." + refusal.name(), number)));
        return done > 0;
    }
}
