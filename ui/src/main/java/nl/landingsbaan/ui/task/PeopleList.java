package nl.landingsbaan.ui.task;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import nl.landingsbaan.platform.transfer.Participant;

/** The people around a young person: who, in which role, from where. */
public class PeopleList extends UnorderedList {

    /**
     * @param ownAccount the account of whoever looks
     * @param you the word behind one's own name
     */
    public PeopleList(List<Participant> people, long ownAccount, String you) {
        addClassName("lb-people");
        people.forEach(person -> {
            var own = person.accountId() != null && person.accountId() == ownAccount;
            var name = new Span(
                    person.personName() == null
                            ? person.organisationName()
                            : person.personName() + (own ? " " + you : ""));
            name.addClassName("lb-strong");
            var role = new Span(
                    person.personName() == null
                            ? person.roleName()
                            : person.roleName() + ", " + person.organisationName());
            role.addClassName("lb-quiet");
            add(new ListItem(name, role));
        });
    }
}
