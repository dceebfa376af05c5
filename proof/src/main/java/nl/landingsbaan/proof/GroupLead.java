package nl.landingsbaan.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.landingsbaan.platform.gathering.GatheringImpossible;
import nl.landingsbaan.platform.gathering.GatheringKey;
import nl.landingsbaan.platform.gathering.Gatherings;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.FormRefused;

/** A group, which the calendar or somebody starts. */
final class GroupLead implements Lead {

    private final Gatherings gatherings;
    private final Tasks tasks;
    private final Cast cast;
    private final Scenario.Group group;
    private final LocalDate day;
    private final Written written;
    private long id;

    GroupLead(Gatherings gatherings, Tasks tasks, Cast cast, Scenario.Group group, LocalDate day, Written written) {
        this.gatherings = gatherings;
        this.tasks = tasks;
        this.cast = cast;
        this.group = group;
        this.day = day;
        this.written = written;
    }

    @Override
    public Beginning begin() {
        return group.by() == null ? find() : start();
    }

    private Beginning find() {
        id = gatherings
                .find(cast.region().id(), group.code(), group.part(), day, group.schoolYear())
                .map(GatheringKey::id)
                .orElseThrow(() -> new Otherwise("verwacht: een groep '%s'%s die op %s begint, maar die is er niet"
                        .formatted(group.code(), group.part() == null ? "" : " voor " + group.part(), day)));
        return new Beginning("de groep is er", Map.of());
    }

    private Beginning start() {
        var who = cast.person(group.by());
        var kind = gatherings.startable(who).stream()
                .filter(each -> each.code().equals(group.code()))
                .findFirst()
                .orElseThrow(() -> new Otherwise(group.by() + " kan de groep '" + group.code() + "' niet starten"));
        var answers = written.answers(
                kind.form(),
                kind.choices(),
                cast.startOf(group.code()),
                group.words().map("antwoorden"),
                List.of());
        try {
            id = gatherings.start(who, group.code(), group.part(), group.schoolYear(), answers);
        } catch (FormRefused e) {
            throw new Otherwise("het starten van de groep werd geweigerd om " + e.errors());
        } catch (GatheringImpossible e) {
            throw new Otherwise("de groep kon niet worden gestart: " + e.getMessage());
        }
        return new Beginning(group.by() + " start de groep", answers);
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Optional<Actor> overseer() {
        return cast.people().values().stream()
                .filter(actor -> gatherings.maySee(actor, id))
                .findFirst();
    }

    @Override
    public List<TaskLine> way(Actor overseer) {
        return tasks.wayOfGroup(overseer, id);
    }

    @Override
    public String phase() {
        return null;
    }

    @Override
    public String outcome() {
        return overseer().flatMap(actor -> gatherings.outcome(actor, id)).orElse(null);
    }

    @Override
    public Optional<Integer> members() {
        return overseer().map(actor -> gatherings.summary(actor, id).members());
    }
}
