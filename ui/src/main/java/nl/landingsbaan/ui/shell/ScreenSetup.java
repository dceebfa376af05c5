package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import nl.landingsbaan.platform.task.TaskNotFound;
import nl.landingsbaan.platform.transfer.TransferNotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What holds for every page: its language, who may see it, and what is said when something goes wrong. */
@Component
class ScreenSetup implements VaadinServiceInitListener {

    static final String LANGUAGE_COOKIE = "taal";

    private final ObjectProvider<CurrentActor> actor;
    private final Texts texts;

    ScreenSetup(ObjectProvider<CurrentActor> actor, Texts texts) {
        this.actor = actor;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(this::systemMessages);
        service.addSessionInitListener(init -> {
            init.getSession().setLocale(language(init.getRequest()));
            init.getSession().setErrorHandler(ScreenSetup::failed);
        });
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .selectFirst("html")
                .attr("lang", language(page.getVaadinRequest()).getLanguage()));
        service.addUIInitListener(init -> {
            init.getUI().setLocale(language(VaadinRequest.getCurrent()));
            init.getUI().addBeforeEnterListener(this::onlyWithTheRight);
        });
    }

    /** A screen that somebody has no right to is not there; a screen that names no right is there for nobody. */
    private void onlyWithTheRight(BeforeEnterEvent event) {
        var target = event.getNavigationTarget();
        if (!target.isAnnotationPresent(Route.class) || target.isAnnotationPresent(AnonymousAllowed.class)) {
            return;
        }
        var requires = target.getAnnotation(Requires.class);
        if (requires == null
                || requires.value().length > 0 && !actor.getObject().mayAny(requires.value())) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private static void failed(ErrorEvent event) {
        if (event.getThrowable() instanceof TaskNotFound || event.getThrowable() instanceof TransferNotFound) {
            notify("fout.weg", null);
            return;
        }
        notify("fout.melding", Failures.record(event.getThrowable()));
    }

    private static void notify(String key, String reference) {
        var ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Messages.problem(ui.getTranslation(key, reference)));
        }
    }

    private static Locale language(VaadinRequest request) {
        var cookies = request == null || request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE)
                        && cookie.getValue().equals("en"))
                .findFirst()
                .map(cookie -> Locale.ENGLISH)
                .orElse(Texts.DUTCH);
    }

    private SystemMessages systemMessages(SystemMessagesInfo info) {
        var session = VaadinSession.getCurrent();
        var language = session != null ? session.getLocale() : Texts.DUTCH;
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.getTranslation("sessie.verlopen.titel", language));
        messages.setSessionExpiredMessage(texts.getTranslation("sessie.verlopen", language));
        messages.setInternalErrorCaption(texts.getTranslation("fout.titel", language));
        messages.setInternalErrorMessage(texts.getTranslation("fout.opnieuw", language));
        messages.setCookiesDisabledCaption(texts.getTranslation("sessie.cookies.titel", language));
        messages.setCookiesDisabledMessage(texts.getTranslation("sessie.cookies", language));
        return messages;
    }
}
