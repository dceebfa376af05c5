package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.people.SignedIn;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Right;

/** Whoever has signed in, at work in the region that was chosen. */
@SpringComponent
@VaadinSessionScope
public class CurrentActor {

    private static final long FRESH = Duration.ofSeconds(10).toNanos();

    private final People people;
    private final transient AuthenticationContext authentication;
    private Actor actor;
    private Long chosenRegion;
    private long readAt;

    CurrentActor(People people, AuthenticationContext authentication) {
        this.people = people;
        this.authentication = authentication;
    }

    /**
     * The actor, at most some seconds old, so that a role that was taken away is soon gone here too.
     *
     * @throws NobodyAtWork when nobody has signed in, or without a role in any region
     */
    public Actor get() {
        return find().orElseThrow(NobodyAtWork::new);
    }

    /** As {@link #get()}; empty when nobody has signed in, or without a role in any region. */
    public Optional<Actor> find() {
        var signedIn = authentication.getAuthenticatedUser(SignedIn.class);
        if (signedIn.isEmpty()) {
            return Optional.empty();
        }
        var accountId = signedIn.get().accountId();
        if (actor == null || actor.accountId() != accountId || System.nanoTime() - readAt > FRESH) {
            actor = read(accountId).orElse(null);
            readAt = System.nanoTime();
        }
        return Optional.ofNullable(actor);
    }

    /** Whether the actor has one of these rights. */
    public boolean mayAny(Right... rights) {
        return find().filter(
                        actor -> rights.length == 0 || Arrays.stream(rights).anyMatch(actor::may))
                .isPresent();
    }

    /** The regions in which this person works, by name. */
    public List<Region> regions() {
        return authentication
                .getAuthenticatedUser(SignedIn.class)
                .map(signedIn -> people.regionsOf(signedIn.accountId()))
                .orElse(List.of());
    }

    /** Goes to work in another region. Every open page of this person starts again, so that nothing of the first remains. */
    public void choose(Region region) {
        chosenRegion = region.id();
        actor = null;
        for (UI ui : VaadinSession.getCurrent().getUIs()) {
            ui.access(() -> ui.getPage().setLocation("./"));
        }
    }

    private Optional<Actor> read(long accountId) {
        if (chosenRegion != null) {
            var there = people.actor(accountId, chosenRegion);
            if (there.isPresent()) {
                return there;
            }
        }
        return people.regionsOf(accountId).stream().findFirst().flatMap(region -> people.actor(accountId, region.id()));
    }

    /** Nobody has signed in, or without a role in any region. */
    public static class NobodyAtWork extends RuntimeException {
        NobodyAtWork() {
            super("Niemand aangemeld, of zonder rol");
        }
    }
}
