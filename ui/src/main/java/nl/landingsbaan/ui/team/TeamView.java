package nl.landingsbaan.ui.team;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Absences;
import nl.landingsbaan.platform.people.StaffRefused;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.Succession;
import nl.landingsbaan.platform.task.Team;
import nl.landingsbaan.platform.task.TeamMember;
import nl.landingsbaan.platform.task.Unattended;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** The people for whom a coordinator arranges the work: what each has to do, how many young people, and who is away. */
@Route(value = "team", layout = MainLayout.class)
@PermitAll
@Requires(Right.COORDINATE)
@StyleSheet("styles/team.css")
public class TeamView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 100;
    private static final int SEARCHABLE = 8;

    private final CurrentActor current;
    private final transient Team team;
    private final transient Absences absences;
    private final transient Succession succession;
    private final transient Dates dates;
    private final Div warnings = new Div();
    private final TextField search = new TextField();
    private final Span total = new Span();
    private final UnorderedList list = new UnorderedList();

    TeamView(CurrentActor current, Team team, Absences absences, Succession succession, Dates dates) {
        this.current = current;
        this.team = team;
        this.absences = absences;
        this.succession = succession;
        this.dates = dates;
        addClassNames("lb-page", "lb-team");
        search.setLabel(getTranslation("team.zoek"));
        search.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        total.addClassName("lb-quiet");
        var heading = new Div(new H1(getTranslation("menu.team")), total);
        heading.addClassNames("lb-row", "lb-page-heading");
        list.addClassName("lb-team-list");
        add(heading, warnings, search, list);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.team") + " - Landingsbaan";
    }

    private void refresh() {
        var actor = current.get();
        var members = team.members(actor);
        var sought = search.getValue().strip().toLowerCase(Locale.ROOT);
        search.setVisible(members.size() > SEARCHABLE || !sought.isEmpty());
        total.setText(getTranslation(members.size() == 1 ? "team.totaal.een" : "team.totaal", members.size()));
        showWarnings(team.unattended(actor));
        list.removeAll();
        var found = members.stream()
                .filter(member -> member.displayName().toLowerCase(Locale.ROOT).contains(sought))
                .toList();
        found.stream().limit(SHOWN).forEach(member -> list.add(item(member)));
        if (found.isEmpty()) {
            list.add(quiet(getTranslation("team.geen")));
        } else if (found.size() > SHOWN) {
            list.add(quiet(getTranslation("team.meer", SHOWN)));
        }
    }

    private void showWarnings(List<Unattended> unattended) {
        warnings.removeAll();
        if (unattended.isEmpty()) {
            return;
        }
        var lines = new UnorderedList();
        unattended.forEach(each -> lines.add(new ListItem(getTranslation(
                each.open() == 1 ? "team.zonder.regel.een" : "team.zonder.regel",
                each.open(),
                each.roleName(),
                each.organisationName() == null ? getTranslation("team.zonder.regio") : each.organisationName()))));
        var banner = new Section(
                new H2(getTranslation("team.zonder")), new Paragraph(getTranslation("team.zonder.uitleg")), lines);
        banner.addClassNames("lb-banner", "lb-banner-late", "lb-team-warning");
        warnings.add(banner);
    }

    private ListItem item(TeamMember member) {
        var name = new H2(member.displayName());
        var roles = new Span(member.memberships().stream()
                .map(held -> held.role().name() + ", " + held.organisationName())
                .collect(Collectors.joining("; ")));
        roles.addClassName("lb-quiet");
        var who = new Div(name, roles);
        who.addClassName("lb-team-who");
        var item = new ListItem(who, facts(member), actions(member));
        item.addClassNames("lb-card", "lb-team-member");
        return item;
    }

    private Div facts(TeamMember member) {
        var facts =
                new Div(chip(getTranslation(member.open() == 1 ? "team.open.een" : "team.open", member.open()), false));
        if (member.late() > 0) {
            facts.add(chip(getTranslation("team.laat", member.late()), true));
        }
        member.loads().stream()
                .filter(load -> load.maximum() != null || load.youngPeople() > 0)
                .forEach(load -> facts.add(
                        load.maximum() == null
                                ? chip(getTranslation("team.jongeren", load.roleName(), load.youngPeople()), false)
                                : chip(
                                        getTranslation(
                                                "team.jongeren.maximum",
                                                load.roleName(),
                                                load.youngPeople(),
                                                load.maximum()),
                                        load.youngPeople() > load.maximum())));
        if (member.absence() != null) {
            var absence = member.absence();
            var away = chip(
                    getTranslation(
                            absence.isOn(dates.today()) ? "team.afwezig.nu" : "team.afwezig.straks",
                            dates.brief(absence.isOn(dates.today()) ? absence.until() : absence.from(), getLocale()),
                            absence.substituteName()),
                    false);
            away.addClassName("lb-due-today");
            facts.add(away);
        }
        facts.addClassName("lb-team-facts");
        return facts;
    }

    private Div actions(TeamMember member) {
        var tasks = new Anchor("team/" + member.accountId(), getTranslation("team.taken"));
        tasks.getElement().setAttribute("aria-label", getTranslation("team.taken.van", member.displayName()));
        var actions = new Div(
                tasks,
                action(
                        "team.afwezig",
                        member,
                        () -> new AbsenceDialog(
                                        current.get(),
                                        member.accountId(),
                                        member.displayName(),
                                        absences,
                                        dates,
                                        this::refresh)
                                .open()),
                action(
                        "team.overdragen",
                        member,
                        () -> new HandOverDialog(
                                        current.get(),
                                        member.accountId(),
                                        member.displayName(),
                                        false,
                                        succession,
                                        this::refresh)
                                .open()));
        actions.addClassName("lb-team-actions");
        return actions;
    }

    private Button action(String key, TeamMember member, Runnable action) {
        var button = new Button(getTranslation(key), click -> {
            try {
                action.run();
            } catch (StaffRefused e) {
                Messages.problem(e.getMessage());
            }
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key) + ": " + member.displayName());
        return button;
    }

    private static Span chip(String text, boolean late) {
        var chip = new Span(text);
        chip.addClassName("lb-chip");
        if (late) {
            chip.addClassName("lb-due-late");
        }
        return chip;
    }

    private static Component quiet(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("lb-empty");
        return new ListItem(paragraph);
    }
}
