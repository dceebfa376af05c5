package nl.landingsbaan.platform.handover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Set;
import nl.landingsbaan.platform.sharing.Reader;
import nl.landingsbaan.platform.sharing.Surface;
import nl.landingsbaan.platform.transfer.DossierValues;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.platform.transfer.Participants;
import nl.landingsbaan.platform.transfer.TransferKey;
import nl.landingsbaan.platform.transfer.Viewer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A handover in which everything was sent, to everybody, as it reads in the PDF: only what is shared now is in it. */
@Component
class HandoverSurfaces implements Surface {

    private final Handovers handovers;
    private final HandoverStore store;
    private final Participants participants;
    private final DossierValues dossierValues;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandoverSurfaces(
            Handovers handovers,
            HandoverStore store,
            Participants participants,
            DossierValues dossierValues,
            TransactionTemplate transaction,
            Clock clock) {
        this.handovers = handovers;
        this.store = store;
        this.participants = participants;
        this.dossierValues = dossierValues;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pdf van de overdracht";
    }

    /** The parents and an organisation as a whole get no PDF. */
    @Override
    public boolean showsEverything() {
        return false;
    }

    @Override
    public String shown(TransferKey transfer, Reader reader) {
        if (reader.actor() == null) {
            return "";
        }
        sendEverything(transfer);
        return handovers
                .pdf(reader.actor(), transfer.id())
                .map(HandoverSurfaces::text)
                .orElseThrow();
    }

    private void sendEverything(TransferKey transfer) {
        transaction.executeWithoutResult(status -> {
            if (store.latest(transfer.regionId(), transfer.id()).isPresent()) {
                return;
            }
            var around = participants.of(transfer.regionId(), transfer.id());
            var school = around.stream()
                    .filter(each -> each.roleCode().equals("mentor"))
                    .findFirst()
                    .orElseThrow();
            var receivers = around.stream().filter(each -> !each.equals(school)).toList();
            var draft = store.draft(transfer.regionId(), transfer.id(), 1, school.organisationId());
            store.send(draft, school.organisationId(), school.accountId(), clock.instant(), receivers);
            dossierValues.visible(transfer, viewer(school)).forEach(value -> store.keep(transfer, draft, value));
        });
    }

    private static Viewer viewer(Participant school) {
        return new Viewer(
                school.accountId(), Set.of(new Viewer.Seat(school.organisationId(), school.roleCode(), true)), false);
    }

    /** Without white space: long words are broken at the end of a line. */
    private static String text(HandoverFile file) {
        try (var document = Loader.loadPDF(file.content())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
