package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.landingsbaan.ui.contact.ContactPage;
import nl.landingsbaan.ui.handover.HandoverPage;
import nl.landingsbaan.ui.privacy.RightsPage;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Requires;

/**
 * The pages of a dossier, in the order in which they are offered. Each has a name, {@code dossier.pagina.<code>}, and is offered to whom
 * its {@link Requires} admits.
 */
public enum DossierPage {
    WAY("weg", WayPage.class),
    DATA("gegevens", DataPage.class),
    SHARING("delen", SharingPage.class),
    HANDOVER("overdracht", HandoverPage.class),
    CONTACT("contact", ContactPage.class),
    READERS("inzage", ReadersPage.class),
    RIGHTS("rechten", RightsPage.class),
    MOVE("verhuizen", MovePage.class);

    private final String code;
    private final Class<? extends Component> screen;

    <T extends Component & DossierPart> DossierPage(String code, Class<T> screen) {
        this.code = code;
        this.screen = screen;
    }

    /** The page's place among the screens: {@code dossier/<id>} for the first, {@code dossier/<id>/<code>} for the others. */
    public String path(long transferId) {
        return "dossier/" + transferId + (this == WAY ? "" : "/" + code);
    }

    /** The key of the page's name. */
    public String nameKey() {
        return "dossier.pagina." + code;
    }

    static List<DossierPage> offeredTo(CurrentActor actor) {
        return Arrays.stream(values())
                .filter(page ->
                        actor.mayAny(page.screen.getAnnotation(Requires.class).value()))
                .toList();
    }

    /** Seeing through the eyes of a receiver is part of sharing. */
    static Optional<DossierPage> of(Class<?> screen) {
        var shown = screen == ViewAsPage.class ? SharingPage.class : screen;
        return Arrays.stream(values()).filter(page -> page.screen == shown).findFirst();
    }
}
