package nl.landingsbaan.platform.sharing;

import nl.landingsbaan.platform.transfer.TransferKey;

/**
 * Something through which the contents of a dossier reach a receiver: a screen's service, a document, a file, a mail. Every bean of this
 * type is in the matrix of {@link SharingMatrixTest}.
 */
public interface Surface {

    /** What it is called when it shows too much or too little. */
    String name();

    /** Whether it shows every value that the receiver may see; if not, only what it must not show is looked at. */
    boolean showsEverything();

    /** All that the receiver gets, as text; empty when there is nothing for this receiver here. */
    String shown(TransferKey transfer, Reader reader);
}
