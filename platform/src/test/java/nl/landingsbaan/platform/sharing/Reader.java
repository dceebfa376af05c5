package nl.landingsbaan.platform.sharing;

import nl.landingsbaan.platform.consent.Receiver;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.transfer.Viewer;

/**
 * A kind of receiver in the matrix.
 *
 * @param receiver with whom is shared
 * @param actor somebody who looks for it; null for the parents, who have no account
 */
public record Reader(String name, Receiver receiver, Actor actor, Viewer viewer) {

    @Override
    public String toString() {
        return name;
    }
}
