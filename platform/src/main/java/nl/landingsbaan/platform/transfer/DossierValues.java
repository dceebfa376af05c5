package nl.landingsbaan.platform.transfer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the dossier says, as far as the rule of sharing lets a viewer see it. */
@Service
public class DossierValues {

    private final Readings readings;
    private final Sights sights;
    private final AnswerStore store;
    private final AnswerTexts texts;
    private final Routes routes;
    private final People people;
    private final Regions regions;
    private final Clock clock;

    DossierValues(
            Readings readings,
            Sights sights,
            AnswerStore store,
            AnswerTexts texts,
            Routes routes,
            People people,
            Regions regions,
            Clock clock) {
        this.readings = readings;
        this.sights = sights;
        this.store = store;
        this.texts = texts;
        this.routes = routes;
        this.people = people;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * From which organisations the viewer may see facts of a category today, for what is known of a transfer besides its fields: the same
     * rule of sharing.
     */
    @Transactional(readOnly = true)
    public LongPredicate seen(TransferKey transfer, Viewer viewer, Category category) {
        var sight = sights.of(transfer, viewer);
        return organisationId -> sight.sees(category, organisationId);
    }

    /**
     * What the dossier says, field by field, as far as the viewer may see it; in the order of the categories and then of the
     * catalogue. What earlier transfers of the same young person said is part of it.
     */
    @Transactional(readOnly = true)
    public List<FieldValue> visible(TransferKey transfer, Viewer viewer) {
        return visible(transfer, List.of(viewer));
    }

    /**
     * As {@link #visible(TransferKey, Viewer)}, without what the onlooker may not see: whoever looks through somebody else's eyes comes to
     * know nothing by it.
     */
    @Transactional(readOnly = true)
    public List<FieldValue> visible(TransferKey transfer, Viewer viewer, Viewer onlooker) {
        return visible(transfer, List.of(viewer, onlooker));
    }

    private List<FieldValue> visible(TransferKey transfer, List<Viewer> viewers) {
        var said = readings.of(transfer);
        var names = people.names(
                said.stream().map(each -> each.row().answeredBy).distinct().toList());
        var byKey = new LinkedHashMap<String, List<Reading>>();
        for (var viewer : viewers) {
            var sight = sights.of(transfer, viewer);
            said = said.stream().filter(each -> each.isSeenBy(viewer, sight)).toList();
        }
        said.forEach(each -> byKey.computeIfAbsent(each.row().fieldKey, key -> new ArrayList<>())
                .add(each));
        var order =
                List.copyOf(routes.catalogue(transfer.routeVersionId()).fields().keySet());
        return byKey.values().stream()
                .map(values -> fieldValue(transfer, viewers.getFirst(), values, names))
                .sorted(Comparator.comparing(FieldValue::category)
                        .thenComparingInt(value -> order.indexOf(value.key())))
                .toList();
    }

    /**
     * Which categories the viewer does not see, for want of consent: what somebody chose not to share, and what nobody has decided on.
     * Nothing where the region does not tell.
     */
    @Transactional(readOnly = true)
    public Withheld withheld(TransferKey transfer, Viewer viewer) {
        var sight = sights.of(transfer, viewer);
        return new Withheld(sight.withheld(), sight.notAsked());
    }

    /** The categories of which the viewer sees what others said. */
    @Transactional(readOnly = true)
    public Set<Category> categoriesSeen(TransferKey transfer, Viewer viewer) {
        var sight = sights.of(transfer, viewer);
        return Arrays.stream(Category.values()).filter(sight::seesOfOthers).collect(Collectors.toSet());
    }

    /** The keys of everything that was ever answered, whoever may see it. */
    @Transactional(readOnly = true)
    public Set<String> keys(TransferKey transfer) {
        return readings.of(transfer).stream().map(each -> each.row().fieldKey).collect(Collectors.toSet());
    }

    /** The organisations that values of each category came from. */
    @Transactional(readOnly = true)
    Map<Category, Set<Long>> sources(TransferKey transfer) {
        return readings.of(transfer).stream()
                .collect(Collectors.groupingBy(
                        each -> each.row().category,
                        Collectors.mapping(each -> each.row().organisationId, Collectors.toSet())));
    }

    private FieldValue fieldValue(TransferKey transfer, Viewer viewer, List<Reading> values, Map<Long, String> names) {
        var latest = values.getFirst();
        var given = values.stream().map(each -> given(transfer, each, names)).toList();
        return new FieldValue(
                latest.row().fieldKey,
                latest.field().label(),
                latest.row().category,
                given.getFirst(),
                isOutdated(transfer.regionId(), latest.row().answeredAt),
                latest.isCorrectableBy(viewer),
                given.subList(1, given.size()));
    }

    private FieldValue.Given given(TransferKey transfer, Reading reading, Map<Long, String> names) {
        var row = reading.row();
        return new FieldValue.Given(
                texts.text(transfer.regionId(), reading.form(), reading.field(), store.value(row)),
                row.organisationId,
                regions.organisation(row.regionId, row.organisationId)
                        .orElseThrow()
                        .name(),
                names.get(row.answeredBy),
                row.answeredAt,
                row.formId,
                row.taskId,
                row.reason,
                row.transferId != transfer.id());
    }

    private boolean isOutdated(long regionId, Instant at) {
        var months = regions.region(regionId).settings().outdatedAfterMonths();
        var today = PlatformClock.today(clock);
        return at.atZone(PlatformClock.ZONE).toLocalDate().plusMonths(months).isBefore(today);
    }
}
