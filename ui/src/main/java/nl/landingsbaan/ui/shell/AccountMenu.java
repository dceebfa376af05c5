package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;

/** Who has signed in, and what one can do about that. Opens and closes in the browser, without a round trip. */
class AccountMenu extends NativeDetails {

    private static final String CLOSE_BY_ITSELF = """
            const close = event => {
              if (event.type === 'keydown' ? event.key === 'Escape' : !this.contains(event.target)) {
                if (this.open && event.type === 'keydown') this.querySelector('summary').focus();
                this.open = false;
              }
            };
            document.addEventListener('click', close);
            this.addEventListener('keydown', close);
            """;

    private final Div items = new Div();

    AccountMenu(Actor actor) {
        addClassName("lb-account");
        var initials = new Span(initials(actor.displayName()));
        initials.addClassName("lb-initials");
        initials.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(actor.displayName());
        name.addClassName("lb-account-name");
        setSummary(initials, name);
        getSummary().getElement().setAttribute("aria-label", getTranslation("menu.account", actor.displayName()));
        var who = new Div(new Span(actor.displayName()), new Span(roles(actor)));
        who.addClassName("lb-account-who");
        items.addClassName("lb-account-items");
        items.add(who);
        setContent(items);
        getElement().executeJs(CLOSE_BY_ITSELF);
        var other = getLocale().getLanguage().equals("nl") ? Locale.ENGLISH : Texts.DUTCH;
        addItem(getTranslation("menu.taal"), () -> speak(other));
    }

    final void addItem(String text, Runnable action) {
        var item = new NativeButton(text, click -> {
            setOpen(false);
            action.run();
        });
        item.getElement().setAttribute("type", "button");
        items.add(item);
    }

    private static void speak(Locale language) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'; location.reload()",
                        ScreenSetup.LANGUAGE_COOKIE,
                        language.getLanguage());
    }

    private static String roles(Actor actor) {
        return actor.memberships().stream()
                .map(membership -> membership.role().name() + ", " + membership.organisationName())
                .collect(Collectors.joining("; "));
    }

    private static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].substring(0, Math.min(1, words[0].length()));
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
