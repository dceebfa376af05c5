package nl.landingsbaan.platform.admission;

/** There is no such move for this actor, or it has been answered already. */
public class MoveNotFound extends RuntimeException {

    MoveNotFound(long moveId) {
        super("No open move " + moveId);
    }
}
