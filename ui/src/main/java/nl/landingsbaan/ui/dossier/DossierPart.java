package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import nl.landingsbaan.platform.transfer.TransferNotFound;

/** What a page of a dossier is to its {@link DossierFrame}, which has refused already whoever may not open the dossier. */
public interface DossierPart extends BeforeEnterObserver {

    /**
     * Shows the page for this transfer. One page may be shown for several transfers in turn.
     *
     * @throws TransferNotFound when there is nothing here for the actor
     */
    void show(long transferId);

    /**
     * Something of this transfer has changed while the page is open. A page in which people type does not show again what they are
     * typing in.
     *
     * @throws TransferNotFound as {@link #show}
     */
    default void changed(long transferId) {
        show(transferId);
    }

    @Override
    default void beforeEnter(BeforeEnterEvent event) {
        try {
            show(DossierFrame.transferId(event));
        } catch (TransferNotFound e) {
            event.rerouteToError(NotFoundException.class);
        }
    }
}
