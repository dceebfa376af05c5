package nl.landingsbaan.platform.transfer;

/**
 * There is no such transfer for whoever asks: it does not exist, belongs to another region, or the asker takes no part in it.
 * Deliberately one answer for all three.
 */
public class TransferNotFound extends RuntimeException {

    public TransferNotFound(long transferId) {
        super("Geen traject " + transferId);
    }
}
