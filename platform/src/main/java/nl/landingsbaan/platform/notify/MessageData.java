package nl.landingsbaan.platform.notify;

import static nl.landingsbaan.platform.people.Holding.person;

import java.util.List;
import nl.landingsbaan.platform.people.Holding;
import nl.landingsbaan.platform.people.PersonalData;
import org.springframework.stereotype.Component;

@Component
class MessageData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(Holding.told(
                "berichten",
                "message",
                "Welke soort bericht medewerkers over u kregen. In een bericht staat geen naam.",
                "kind AS soort, at AS op, " + person("account_id", "aan") + ", read_at AS gelezen_op",
                "(transfer_id IN (:transfers) OR task_id IN"
                        + " (SELECT id FROM task WHERE region_id = :region AND transfer_id IN (:transfers)))"));
    }
}
