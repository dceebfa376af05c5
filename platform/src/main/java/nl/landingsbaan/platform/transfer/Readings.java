package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.route.Routes;
import org.springframework.stereotype.Component;

/** Reads the answers of a dossier back, whoever may see them. */
@Component
class Readings {

    private final AnswerRepository answers;
    private final TransferRepository transfers;
    private final Routes routes;

    Readings(AnswerRepository answers, TransferRepository transfers, Routes routes) {
        this.answers = answers;
        this.transfers = transfers;
        this.routes = routes;
    }

    /** Everything that was ever said about this young person until this transfer's end, newest first. */
    List<Reading> of(TransferKey transfer) {
        var current = transfers
                .findByRegionIdAndId(transfer.regionId(), transfer.id())
                .orElseThrow(() -> new TransferNotFound(transfer.id()));
        var until = transfers
                .findByRegionIdAndYoungPersonIdOrderByStartedAtDescIdDesc(transfer.regionId(), current.youngPersonId)
                .stream()
                .filter(each -> !each.startedAt.isAfter(current.startedAt))
                .collect(Collectors.toMap(each -> each.id, each -> each));
        return answers
                .findByRegionIdAndTransferIdInOrderByAnsweredAtDescIdDesc(transfer.regionId(), until.keySet())
                .stream()
                .flatMap(row -> {
                    var form = routes.form(until.get(row.transferId).routeVersionId, row.formId);
                    return form.field(row.fieldKey).map(field -> new Reading(row, form, field)).stream();
                })
                .toList();
    }
}
