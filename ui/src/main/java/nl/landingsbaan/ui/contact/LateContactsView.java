package nl.landingsbaan.ui.contact;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.temporal.ChronoUnit;
import nl.landingsbaan.platform.contact.ContactDue;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** The young people with whom there was no contact for too long, the longest first, each with the way to log one at once. */
@Route(value = "te-lang-geen-contact", layout = MainLayout.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE})
@StyleSheet("styles/contact.css")
public class LateContactsView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final int AT_MOST = 200;

    private final CurrentActor actor;
    private final transient Contacts contacts;
    private final transient Regions regions;
    private final transient Dates dates;
    private final Div list = new Div();

    LateContactsView(CurrentActor actor, Contacts contacts, Regions regions, Dates dates) {
        this.actor = actor;
        this.contacts = contacts;
        this.regions = regions;
        this.dates = dates;
        addClassNames("lb-page", "lb-stack");
        add(new H1(getTranslation("contact.lang.titel")), list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("contact.lang.titel") + " - Landingsbaan";
    }

    private void show() {
        list.removeAll();
        var late = contacts.dueBefore(actor.get(), dates.today(), true, AT_MOST);
        if (late.isEmpty()) {
            var empty = new Div(new Paragraph(getTranslation("contact.lang.leeg")));
            empty.addClassName("lb-empty");
            list.add(empty);
            return;
        }
        var items = new UnorderedList();
        items.addClassNames("lb-plain-list", "lb-card");
        late.forEach(each -> items.add(line(each)));
        list.add(new Paragraph(getTranslation("contact.lang.uitleg")), items);
    }

    private ListItem line(ContactDue due) {
        var name = due.firstName() + " " + due.lastName();
        var link = new Anchor("dossier/" + due.transferId() + "/contact", name);
        var days = ChronoUnit.DAYS.between(due.standing().dueOn(), dates.today());
        var chip = new Span(getTranslation(days == 1 ? "contact.telaat.een" : "contact.telaat", days));
        chip.addClassNames("lb-chip", "lb-due-late");
        var last = new Span(
                due.standing().lastAt() == null
                        ? getTranslation("contact.laatste.geen")
                        : getTranslation(
                                "contact.laatste.op",
                                dates.brief(Dates.day(due.standing().lastAt()), getLocale())));
        last.addClassName("lb-quiet");
        var text = new Div(link, last);
        text.addClassName("lb-next-text");
        var log = new Button(
                getTranslation("contact.knop"),
                click -> ContactSheet.log(
                        due.firstName(), actor, contacts, regions, dates, due.transferId(), this::show));
        log.setAriaLabel(getTranslation("contact.knop.met", name));
        log.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var item = new ListItem(text, chip, log);
        item.addClassName("lb-late-contact");
        return item;
    }
}
