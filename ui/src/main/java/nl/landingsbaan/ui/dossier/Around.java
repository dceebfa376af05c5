package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import nl.landingsbaan.platform.transfer.Participant;

/** The people and organisations around a young person. */
class Around extends Section {

    Around(List<Participant> participants) {
        addClassName("lb-card");
        var list = new UnorderedList();
        list.addClassName("lb-people");
        participants.forEach(participant -> list.add(person(participant)));
        add(new H2(getTranslation("dossier.mensen")), list);
    }

    private static ListItem person(Participant participant) {
        var role = new Span(participant.roleName());
        role.addClassName("lb-quiet");
        var name =
                new Span(participant.personName() == null ? participant.organisationName() : participant.personName());
        name.addClassName("lb-strong");
        var item = new ListItem(new Div(role), new Div(name));
        if (participant.personName() != null) {
            var organisation = new Span(participant.organisationName());
            organisation.addClassName("lb-quiet");
            item.add(new Div(organisation));
        }
        return item;
    }
}
