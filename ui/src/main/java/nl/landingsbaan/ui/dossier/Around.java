package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import nl.landingsbaan.platform.transfer.FormerParticipant;
import nl.landingsbaan.platform.transfer.Participant;
import nl.landingsbaan.ui.shell.Dates;

/** The people and organisations around a young person, since when, and who was there before. */
class Around extends Section {

    private final transient Dates dates;

    /** @param replaceable the roles in which the reader can have somebody else take part */
    Around(
            List<Participant> participants,
            List<FormerParticipant> former,
            Set<String> replaceable,
            Consumer<Participant> replace,
            Dates dates) {
        this.dates = dates;
        addClassName("lb-card");
        var list = new UnorderedList();
        list.addClassName("lb-people");
        participants.forEach(participant -> {
            var item = person(participant);
            if (replaceable.contains(participant.roleCode())) {
                item.add(replaceButton(participant, replace));
            }
            list.add(item);
        });
        add(new H2(getTranslation("dossier.mensen")), list);
        if (!former.isEmpty()) {
            add(earlier(former));
        }
    }

    private ListItem person(Participant participant) {
        var role = quiet(participant.roleName());
        var name =
                new Span(participant.personName() == null ? participant.organisationName() : participant.personName());
        name.addClassName("lb-strong");
        var item = new ListItem(new Div(role), new Div(name));
        if (participant.personName() != null) {
            item.add(new Div(quiet(participant.organisationName())));
        }
        item.add(new Div(quiet(
                getTranslation("dossier.mensen.sinds", dates.brief(Dates.day(participant.since()), getLocale())))));
        return item;
    }

    private Button replaceButton(Participant participant, Consumer<Participant> replace) {
        var button = new Button(getTranslation("vervangen.open"), click -> replace.accept(participant));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY_INLINE);
        button.setAriaLabel(getTranslation("vervangen.titel", participant.roleName()));
        return button;
    }

    private NativeDetails earlier(List<FormerParticipant> former) {
        var list = new UnorderedList();
        list.addClassName("lb-people");
        former.forEach(each -> {
            var name = new Span(each.personName() == null ? each.organisationName() : each.personName());
            name.addClassName("lb-strong");
            var item = new ListItem(
                    new Div(quiet(each.roleName())),
                    new Div(name),
                    new Div(quiet(getTranslation(
                            "dossier.mensen.vantot",
                            dates.brief(Dates.day(each.since()), getLocale()),
                            dates.brief(Dates.day(each.until()), getLocale())))),
                    new Div(quiet(
                            getTranslation("vervangen.reden." + each.reason().name()))));
            list.add(item);
        });
        var details = new NativeDetails(getTranslation("dossier.mensen.eerder", former.size()), list);
        details.addClassName("lb-people-earlier");
        return details;
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("lb-quiet");
        return span;
    }
}
