package nl.landingsbaan.platform.people;

import java.io.Serializable;
import java.security.Principal;

/** Who has signed in. The principal's name is the account's id, so that whatever logs it names nobody. */
public record SignedIn(long accountId, String displayName) implements Principal, Serializable {

    @Override
    public String getName() {
        return Long.toString(accountId);
    }

    @Override
    public String toString() {
        return getName();
    }
}
