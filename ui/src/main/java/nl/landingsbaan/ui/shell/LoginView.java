package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.SignedIn;
import nl.landingsbaan.ui.demo.DemoAccount;
import nl.landingsbaan.ui.demo.DemoAccounts;
import org.springframework.beans.factory.ObjectProvider;

/** Where people sign in. In a demo it shows who a visitor can be, and one click is enough. */
@Route(value = LoginView.ROUTE, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "inloggen";
    static final String REFUSED = "geweigerd";
    static final String WAIT = "wachten";

    private static final String SIGN_IN = """
            const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
            const form = document.createElement('form');
            form.method = 'post';
            form.action = $2;
            const add = (name, value) => {
              const input = document.createElement('input');
              input.type = 'hidden'; input.name = name; input.value = value;
              form.append(input);
            };
            add('username', $0);
            add('password', $1);
            if (meta('_csrf_parameter')) add(meta('_csrf_parameter'), meta('_csrf'));
            document.body.append(form);
            form.submit();
            """;

    private final LoginForm form = new LoginForm();
    private final Div waiting = new Div();
    private final transient AuthenticationContext authentication;

    LoginView(ObjectProvider<DemoAccounts> demoAccounts, AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("lb-login");
        form.setI18n(texts());
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);
        waiting.addClassNames("lb-banner", "lb-banner-warm");
        waiting.getElement().setAttribute("role", "alert");
        waiting.setVisible(false);
        var card = new Section(brand(), waiting, form);
        card.addClassNames("lb-login-card", "lb-card");
        add(card);
        demoAccounts.ifAvailable(accounts -> add(demo(accounts)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.getAuthenticatedUser(SignedIn.class).isPresent()) {
            event.forwardTo(StartView.class);
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        form.setError(parameters.containsKey(REFUSED));
        waiting.setVisible(parameters.containsKey(WAIT));
        waiting.setText(getTranslation("inloggen.wachten"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("inloggen.titel") + " - Landingsbaan";
    }

    private Div brand() {
        var mark = new Span();
        mark.addClassName("lb-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var brand = new Div(mark, new H1("Landingsbaan"), new Paragraph(getTranslation("inloggen.uitleg")));
        brand.addClassName("lb-login-brand");
        return brand;
    }

    private Section demo(DemoAccounts accounts) {
        var byRegion = accounts.all().stream()
                .collect(Collectors.groupingBy(DemoAccount::region, LinkedHashMap::new, Collectors.toList()));
        var people = new Div();
        people.addClassName("lb-demo-people");
        var region = new Select<String>();
        region.setLabel(getTranslation("inloggen.demo.regio"));
        region.setItems(byRegion.keySet());
        region.addValueChangeListener(change -> {
            people.removeAll();
            byRegion.get(change.getValue()).forEach(account -> people.add(person(account)));
        });
        byRegion.keySet().stream().findFirst().ifPresent(region::setValue);
        region.setVisible(byRegion.size() > 1);
        region.addClassName("lb-demo-region");
        var section = new Section(
                new H2(getTranslation("inloggen.demo.titel")),
                new Paragraph(getTranslation("inloggen.demo.uitleg")),
                region,
                people);
        section.addClassNames("lb-login-demo");
        return section;
    }

    private NativeButton person(DemoAccount account) {
        var name = new Span(account.name());
        name.addClassName("lb-strong");
        var role = new Span(account.role());
        role.addClassName("lb-quiet");
        var button = new NativeButton();
        button.add(name, role);
        button.addClassName("lb-demo-person");
        button.getElement().setAttribute("type", "button");
        button.addClickListener(click -> getElement().executeJs(SIGN_IN, account.email(), account.password(), ROUTE));
        return button;
    }

    private LoginI18n texts() {
        var i18n = new LoginI18n();
        var words = new LoginI18n.Form();
        words.setTitle(getTranslation("inloggen.titel"));
        words.setUsername(getTranslation("inloggen.mailadres"));
        words.setPassword(getTranslation("inloggen.wachtwoord"));
        words.setSubmit(getTranslation("inloggen.knop"));
        i18n.setForm(words);
        var error = new LoginI18n.ErrorMessage();
        error.setTitle(getTranslation("inloggen.mislukt.titel"));
        error.setMessage(getTranslation("inloggen.mislukt"));
        error.setUsername(getTranslation("inloggen.mailadres.leeg"));
        error.setPassword(getTranslation("inloggen.wachtwoord.leeg"));
        i18n.setErrorMessage(error);
        return i18n;
    }
}
