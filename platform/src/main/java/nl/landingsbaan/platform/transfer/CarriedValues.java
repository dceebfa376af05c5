package nl.landingsbaan.platform.transfer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.Forms;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Values of a dossier that go from one region to another: what can be taken along, and how it is put in place. */
@Service
public class CarriedValues {

    private final DossierValues dossierValues;
    private final Readings readings;
    private final AnswerStore store;
    private final AnswerRepository answers;
    private final Routes routes;
    private final Forms forms;

    CarriedValues(
            DossierValues dossierValues,
            Readings readings,
            AnswerStore store,
            AnswerRepository answers,
            Routes routes,
            Forms forms) {
        this.dossierValues = dossierValues;
        this.readings = readings;
        this.store = store;
        this.answers = answers;
        this.routes = routes;
        this.forms = forms;
    }

    /**
     * What another region can take over of what the viewer may see: the value that counts of each field, without who takes part
     * in which role and without the choices that are this region's own people and organisations.
     */
    @Transactional(readOnly = true)
    public List<CarriedValue> carriable(TransferKey transfer, Viewer viewer) {
        var seen = dossierValues.visible(transfer, viewer).stream()
                .collect(Collectors.toMap(FieldValue::key, value -> value));
        var carried = new LinkedHashMap<String, CarriedValue>();
        for (var reading : readings.of(transfer)) {
            var field = reading.field();
            var value = seen.get(field.key());
            if (value == null
                    || field.participantRole() != null
                    || field.choiceSource() != null
                    || !reading.row().answeredAt.equals(value.latest().at())) {
                continue;
            }
            carried.putIfAbsent(
                    field.key(),
                    new CarriedValue(
                            field.key(),
                            field.label(),
                            value.category(),
                            store.value(reading.row()),
                            value.text(),
                            reading.row().answeredAt));
        }
        return List.copyOf(carried.values());
    }

    /**
     * Puts what another region passed on into the dossier, with its own date and with where it came from.
     *
     * @return the labels of what no form of this route asks for, or does not accept
     */
    @Transactional
    List<String> carry(TransferKey transfer, List<CarriedValue> carried, String origin, Source source) {
        answers.flush();
        var given = answers
                .findByRegionIdAndTransferIdInOrderByAnsweredAtDescIdDesc(transfer.regionId(), List.of(transfer.id()))
                .stream()
                .collect(Collectors.toMap(row -> row.fieldKey, row -> row, (newer, older) -> newer));
        var unplaced = new ArrayList<String>();
        for (var value : carried) {
            var row = given.get(value.key());
            if (row == null) {
                row = placed(transfer, value, source);
            }
            if (row == null) {
                unplaced.add(value.label());
            } else {
                row.reason = origin;
                row.answeredAt = value.at();
                row.organisationId = source.organisationId();
            }
        }
        return unplaced;
    }

    private AnswerRow placed(TransferKey transfer, CarriedValue value, Source source) {
        var formIds = routes.steps(transfer.routeVersionId()).stream()
                .map(step -> step.formId())
                .filter(id -> id != null)
                .distinct()
                .toList();
        for (var formId : formIds) {
            var form = routes.form(transfer.routeVersionId(), formId);
            var field = form.field(value.key()).filter(each -> each.choiceSource() == null);
            if (field.isPresent()) {
                var alone = new Form(form.id(), List.of(field.get().alone()));
                var checked = forms.check(alone, Map.of(value.key(), value.value()), Map.of());
                return checked.errors().isEmpty() && checked.answers().containsKey(value.key())
                        ? store.add(
                                transfer,
                                form,
                                null,
                                field.get(),
                                checked.answers().get(value.key()),
                                source,
                                null)
                        : null;
            }
        }
        return null;
    }
}
