package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.form.Category;
import nl.landingsbaan.platform.transfer.Withheld;

/** Says to a receiver what the young person chose not to share with it, and what was not asked. Says nothing where there is nothing. */
class WithheldNote extends Div {

    WithheldNote(Withheld withheld) {
        addClassName("lb-quiet");
        say("delen.gekozen", withheld.refused());
        say("delen.niet-gevraagd", withheld.notAsked());
    }

    private void say(String key, Set<Category> categories) {
        if (!categories.isEmpty()) {
            add(new Paragraph(getTranslation(
                    key,
                    categories.stream()
                            .sorted()
                            .map(category -> getTranslation("categorie." + category.code()))
                            .collect(Collectors.joining(", ")))));
        }
    }
}
