package nl.landingsbaan.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.TestRegions.TestRegion;
import nl.landingsbaan.platform.WithServers;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.TaskFilter.Whose;
import nl.landingsbaan.platform.time.PlatformClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class WorkListTest {

    private static final TaskFilter MINE = new TaskFilter("jansen", Whose.MINE, "eerste");

    @Autowired
    TestRegions regions;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskProjection projection;

    @Autowired
    SavedFilters filters;

    @Autowired
    Routes routes;

    private TestRegion region;

    @BeforeEach
    void aRegion() {
        region = regions.make(
                "werk" + System.nanoTime(),
                LocalDate.now(PlatformClock.ZONE).plusMonths(2).withDayOfMonth(1));
    }

    @Test
    void byYoungPersonAllTasksOfOneStandTogetherAndThoseWhoAreDueFirstInFront() {
        var eva = regions.refer(region, "Eva", "Janssen");
        var sem = regions.refer(region, "Sem", "Bakker");
        open(eva, 1);
        open(sem, 2);
        open(eva, 9);

        var page = tasks.listByYoungPerson(region.mentor(), TaskFilter.ALL, null, 10);
        assertThat(page.tasks()).extracting(task -> task.about().shortName()).containsExactly("Eva", "Eva", "Sem");
        assertThat(page.next()).isNull();
    }

    @Test
    void aPageByYoungPersonGoesOnWhereTheFirstEnded() {
        for (var name : List.of("Eva", "Sem", "Noor")) {
            open(regions.refer(region, name, "Bakker"), 3);
        }
        var first = tasks.listByYoungPerson(region.mentor(), TaskFilter.ALL, null, 2);
        var second = tasks.listByYoungPerson(region.mentor(), TaskFilter.ALL, first.next(), 2);
        assertThat(first.tasks()).extracting(task -> task.about().shortName()).containsExactly("Eva", "Sem");
        assertThat(second.tasks()).extracting(task -> task.about().shortName()).containsExactly("Noor");
    }

    @Test
    void theListIsSearchedByNameWithASlipOfSpelling() {
        open(regions.refer(region, "Emre", "Yılmaz"), 1);
        open(regions.refer(region, "Eva", "Janssen"), 2);
        var search = new TaskFilter("yilmas", Whose.MINE_AND_MY_ROLES, null);
        assertThat(tasks.list(region.mentor(), search, null, 10).tasks())
                .extracting(task -> task.about().name())
                .containsExactly("Emre Yılmaz");
        assertThat(tasks.counts(region.mentor(), search).total()).isEqualTo(1);
    }

    @Test
    void aFilterIsKeptUnderAnOwnNameAndReplacedRenamedAndDeleted() {
        var kept = filters.save(region.mentor(), "Mijn Jansens", MINE, true);
        filters.save(region.mentor(), "mijn jansens", TaskFilter.ALL, false);
        assertThat(filters.of(region.mentor()))
                .containsExactly(new SavedFilter(kept.id(), "Mijn Jansens", TaskFilter.ALL, false, false));

        filters.rename(region.mentor(), kept.id(), "Alles");
        assertThat(filters.of(region.mentor())).extracting(SavedFilter::name).containsExactly("Alles");
        filters.delete(region.mentor(), kept.id());
        assertThat(filters.of(region.mentor())).isEmpty();
    }

    @Test
    void theListOpensWithOneFilterAtMost() {
        var first = filters.save(region.mentor(), "Een", MINE, true);
        var second = filters.save(region.mentor(), "Twee", MINE, false);
        filters.makeDefault(region.mentor(), first.id());
        filters.makeDefault(region.mentor(), second.id());
        assertThat(filters.of(region.mentor()))
                .filteredOn(SavedFilter::isDefault)
                .extracting(SavedFilter::name)
                .containsExactly("Twee");
        filters.makeDefault(region.mentor(), null);
        assertThat(filters.of(region.mentor())).noneMatch(SavedFilter::isDefault);
    }

    @Test
    void aFilterIsThereForItsOwnerOnly() {
        var kept = filters.save(region.mentor(), "Van mij", MINE, false);
        filters.rename(region.coach(), kept.id(), "Gestolen");
        filters.makeDefault(region.coach(), kept.id());
        filters.delete(region.coach(), kept.id());
        assertThat(filters.of(region.coach())).isEmpty();
        assertThat(filters.of(region.mentor())).extracting(SavedFilter::name).containsExactly("Van mij");
    }

    @Test
    void aNameThatIsMissingOrTakenIsRefusedWithAWayOut() {
        filters.save(region.mentor(), "Een", MINE, false);
        var second = filters.save(region.mentor(), "Twee", MINE, false);
        assertThatThrownBy(() -> filters.save(region.mentor(), " ", MINE, false))
                .hasMessage("Vul een naam in voor het filter.");
        assertThatThrownBy(() -> filters.rename(region.mentor(), second.id(), "Een"))
                .isInstanceOf(FilterRefused.class)
                .hasMessageContaining("Kies een andere naam");
    }

    private void open(long transferId, int daysFromNow) {
        var version = routes.current(region.region().id()).orElseThrow().id();
        var step = routes.steps(version).stream()
                .filter(each ->
                        each.kind() == StepKind.USER_TASK && each.roles().contains("mentor"))
                .findFirst()
                .orElseThrow();
        var key = System.nanoTime();
        projection.open(new OpenedStep(
                region.region().id(),
                transferId,
                step.id(),
                key,
                key,
                Instant.now().plus(daysFromNow, ChronoUnit.DAYS)));
    }
}
