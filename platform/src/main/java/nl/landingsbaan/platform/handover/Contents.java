package nl.landingsbaan.platform.handover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.FieldValue;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Viewer;
import org.springframework.stereotype.Component;

/** What is in a handover. What anybody sees of a dossier comes from {@link DossierValues#visible} here too. */
@Component
class Contents {

    private final DossierValues dossierValues;
    private final Participants participants;
    private final Routes routes;
    private final Regions regions;

    Contents(DossierValues dossierValues, Participants participants, Routes routes, Regions regions) {
        this.dossierValues = dossierValues;
        this.participants = participants;
        this.routes = routes;
        this.regions = regions;
    }

    /** Who goes on with the young person: whoever takes part in a role that takes over. */
    List<Participant> receivers(TransferKey transfer) {
        var roles = roles(transfer, HandoverSide.TAKEN_OVER);
        return participants.of(transfer.regionId(), transfer.id()).stream()
                .filter(participant -> roles.contains(participant.roleCode()))
                .toList();
    }

    Set<String> roles(TransferKey transfer, HandoverSide side) {
        return routes.steps(transfer.routeVersionId()).stream()
                .filter(step -> step.handover() == side)
                .flatMap(step -> step.roles().stream())
                .collect(Collectors.toSet());
    }

    /** What the sender knows. */
    List<FieldValue> known(Actor sender, TransferKey transfer) {
        return dossierValues.visible(transfer, participants.viewer(sender, transfer.id()));
    }

    /** Of what the sender knows, what at least one receiver may see today and did not say itself. */
    List<FieldValue> sendable(Actor sender, TransferKey transfer, Collection<Long> receivingOrganisations) {
        var onlooker = participants.viewer(sender, transfer.id());
        var sendable = new LinkedHashMap<String, FieldValue>();
        receivingOrganisations.stream()
                .flatMap(id -> dossierValues.visible(transfer, participants.viewerOf(transfer, id), onlooker).stream())
                .filter(value -> !receivingOrganisations.contains(value.latest().organisationId()))
                .forEach(value -> sendable.putIfAbsent(value.key(), value));
        return List.copyOf(sendable.values());
    }

    /** Of what was sent, what this viewer and this onlooker may both see now. */
    List<HandoverSheet.Section> sections(
            TransferKey transfer, Map<Category, List<SentItem>> sent, Viewer viewer, Viewer onlooker) {
        var visible = dossierValues.visible(transfer, viewer, onlooker).stream()
                .collect(Collectors.toMap(FieldValue::key, value -> value));
        var sections = new ArrayList<HandoverSheet.Section>();
        sent.forEach((category, items) -> {
            var lines = items.stream()
                    .flatMap(item -> line(transfer, item, visible.get(item.key())))
                    .toList();
            if (!lines.isEmpty()) {
                sections.add(new HandoverSheet.Section(category, lines));
            }
        });
        return sections;
    }

    /** As the receivers would see it if it were sent now. */
    List<HandoverSheet.Section> preview(TransferKey transfer, List<FieldValue> going) {
        var sections = new EnumMap<Category, List<HandoverSheet.Line>>(Category.class);
        going.forEach(value -> sections.computeIfAbsent(value.category(), category -> new ArrayList<>())
                .add(new HandoverSheet.Line(
                        value.label(),
                        value.text(),
                        value.latest().organisationName(),
                        value.latest().at(),
                        null)));
        return sections.entrySet().stream()
                .map(entry -> new HandoverSheet.Section(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<HandoverSheet.Line> line(TransferKey transfer, SentItem item, FieldValue now) {
        if (now == null
                || Stream.concat(Stream.of(now.latest()), now.earlier().stream())
                        .noneMatch(given -> isOf(item, given))) {
            return Stream.empty();
        }
        return Stream.of(new HandoverSheet.Line(
                item.label(),
                item.text(),
                regions.organisation(transfer.regionId(), item.organisationId())
                        .orElseThrow()
                        .name(),
                item.givenAt(),
                isOf(item, now.latest()) ? null : now.text()));
    }

    private static boolean isOf(SentItem item, FieldValue.Given given) {
        return given.organisationId() == item.organisationId()
                && HandoverStore.micros(given.at()).equals(item.givenAt());
    }
}
