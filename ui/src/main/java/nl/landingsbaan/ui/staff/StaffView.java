package nl.landingsbaan.ui.staff;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import nl.landingsbaan.platform.notify.MailTrouble;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.people.Staff;
import nl.landingsbaan.platform.people.StaffMember;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.Succession;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;
import nl.landingsbaan.ui.team.HandOverDialog;

/** Who works in the region, in which roles. */
@Route(value = "medewerkers", layout = MainLayout.class)
@PermitAll
@Requires(Right.ADMINISTER)
public class StaffView extends Div implements HasDynamicTitle {

    private final transient CurrentActor actor;
    private final transient Staff staff;
    private final transient Regions regions;
    private final transient Succession succession;
    private final transient MailTrouble mail;
    private final transient Dates dates;
    private final TextField search = new TextField();
    private final UnorderedList list = new UnorderedList();

    StaffView(CurrentActor actor, Staff staff, Regions regions, Succession succession, MailTrouble mail, Dates dates) {
        this.actor = actor;
        this.staff = staff;
        this.regions = regions;
        this.succession = succession;
        this.mail = mail;
        this.dates = dates;
        addClassNames("lb-page", "lb-staff");
        add(heading());
        mail.waiting(actor.get()).ifPresent(waiting -> add(banner("medewerkers.mail.wacht", waiting)));
        add(search(), list);
        list.addClassName("lb-staff-list");
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.medewerkers") + " - Landingsbaan";
    }

    private Div heading() {
        var add = new Button(getTranslation("medewerkers.toevoegen"), new Icon(VaadinIcon.PLUS), click -> openDialog());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var heading = new Div(new H1(getTranslation("menu.medewerkers")), add);
        heading.addClassName("lb-heading");
        return heading;
    }

    private Div banner(String key, MailTrouble.Undelivered undelivered) {
        var banner = new Div(
                getTranslation(key, undelivered.mails(), dates.full(Dates.day(undelivered.since()), getLocale())));
        banner.addClassNames("lb-banner", "lb-banner-warm");
        return banner;
    }

    private TextField search() {
        search.setLabel(getTranslation("medewerkers.zoek"));
        search.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setWidth("min(24rem, 100%)");
        search.addValueChangeListener(change -> refresh());
        return search;
    }

    private void openDialog() {
        new StaffDialog(actor.get(), staff, regions, this::refresh).open();
    }

    private void refresh() {
        list.removeAll();
        var sought = search.getValue().strip().toLowerCase(Locale.ROOT);
        var found = staff.list(actor.get()).stream()
                .filter(member -> (member.displayName() + " " + member.email())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .toList();
        var refused = mail.refused(actor.get());
        found.forEach(member -> list.add(item(member, refused.get(member.accountId()))));
        if (found.isEmpty()) {
            var nobody = new Paragraph(getTranslation("medewerkers.geen"));
            nobody.addClassName("lb-empty");
            list.add(new ListItem(nobody));
        }
    }

    private ListItem item(StaffMember member, MailTrouble.Undelivered refused) {
        var name = new Span(member.displayName());
        name.addClassName("lb-staff-name");
        var email = new Span(member.email());
        email.addClassName("lb-quiet");
        var reset = new Button(getTranslation("medewerkers.wachtwoord"), click -> reset(member));
        reset.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        reset.setAriaLabel(getTranslation("medewerkers.wachtwoord.van", member.displayName()));
        var leave = new Button(getTranslation("medewerkers.vertrekt"), click -> leave(member));
        leave.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        leave.setAriaLabel(getTranslation("medewerkers.vertrekt.wie", member.displayName()));
        leave.setVisible(member.accountId() != actor.get().accountId());
        var buttons = new Div(leave, reset);
        buttons.addClassName("lb-staff-buttons");
        var who = new Div(new Div(name, email), buttons);
        who.addClassName("lb-staff-who");
        var roles = new UnorderedList();
        roles.addClassName("lb-staff-roles");
        member.memberships().forEach(membership -> roles.add(role(member, membership)));
        var item = new ListItem(who);
        if (refused != null) {
            item.add(banner("medewerkers.mail.geweigerd", refused));
        }
        item.add(roles);
        item.addClassName("lb-card");
        return item;
    }

    private ListItem role(StaffMember member, Membership membership) {
        var remove = new Button(new Icon(VaadinIcon.CLOSE_SMALL), click -> takeRole(member, membership));
        remove.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        remove.setAriaLabel(
                getTranslation("medewerkers.rol.weg", membership.role().name(), member.displayName()));
        return new ListItem(new Span(membership.role().name() + ", " + membership.organisationName()), remove);
    }

    private void takeRole(StaffMember member, Membership membership) {
        try {
            staff.takeRole(
                    actor.get(),
                    member.accountId(),
                    membership.organisationId(),
                    membership.role().code());
            Messages.done(getTranslation("medewerkers.rol.weggehaald", member.displayName()));
            refresh();
        } catch (StaffRefused e) {
            Messages.problem(e.getMessage());
        }
    }

    private void leave(StaffMember member) {
        try {
            new HandOverDialog(actor.get(), member.accountId(), member.displayName(), true, succession, this::refresh)
                    .open();
        } catch (StaffRefused e) {
            Messages.problem(e.getMessage());
        }
    }

    private void reset(StaffMember member) {
        try {
            new PasswordShown(member.displayName(), staff.resetPassword(actor.get(), member.accountId())).open();
        } catch (StaffRefused e) {
            Messages.problem(e.getMessage());
        }
    }
}
