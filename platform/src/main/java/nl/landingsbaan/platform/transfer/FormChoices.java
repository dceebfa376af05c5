package nl.landingsbaan.platform.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.people.People;
import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Regions;
import org.springframework.stereotype.Component;

/** The choices of form fields that offer people or organisations of the region. */
@Component
public class FormChoices {

    static final String PEOPLE = "medewerkers.";
    static final String ORGANISATIONS = "organisaties.";

    private final People people;
    private final Regions regions;

    FormChoices(People people, Regions regions) {
        this.people = people;
        this.regions = regions;
    }

    /** The choices of every source that the form uses; the members of a group are the group's to tell. */
    public Map<String, List<Choice>> of(long regionId, Form form) {
        var choices = new HashMap<String, List<Choice>>();
        form.fields().stream()
                .filter(field -> !field.asksForMembers())
                .map(field -> field.choiceSource())
                .filter(source -> source != null)
                .forEach(source -> choices.computeIfAbsent(source, s -> choices(regionId, s)));
        return choices;
    }

    private List<Choice> choices(long regionId, String source) {
        if (source.startsWith(PEOPLE)) {
            return people.holding(regionId, source.substring(PEOPLE.length())).stream()
                    .map(colleague -> new Choice(
                            Long.toString(colleague.accountId()),
                            colleague.displayName() + " (" + colleague.organisationName() + ")"))
                    .toList();
        }
        var kind = OrganisationKind.of(source.substring(ORGANISATIONS.length())).orElseThrow();
        return regions.organisations(regionId).stream()
                .filter(organisation -> organisation.kind() == kind)
                .map(organisation -> new Choice(Long.toString(organisation.id()), organisation.name()))
                .toList();
    }
}
