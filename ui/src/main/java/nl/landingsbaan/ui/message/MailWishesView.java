package nl.landingsbaan.ui.message;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import nl.landingsbaan.platform.notify.Delivery;
import nl.landingsbaan.platform.notify.MailWishes;
import nl.landingsbaan.platform.notify.MessageGroup;
import nl.landingsbaan.platform.notify.Preferences;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Messages;
import nl.landingsbaan.ui.shell.Requires;

/** When somebody wants to be mailed about which messages, in the chosen region. */
@Route(value = "berichten/instellingen", layout = MainLayout.class)
@PermitAll
@Requires
@StyleSheet("styles/messages.css")
public class MailWishesView extends Div implements HasDynamicTitle {

    private static final int FIRST_HOUR = 6;
    private static final int LAST_HOUR = 20;

    private final transient Preferences preferences;
    private final CurrentActor current;
    private final Map<MessageGroup, RadioButtonGroup<Delivery>> choices = new EnumMap<>(MessageGroup.class);
    private final ComboBox<LocalTime> digestAt = new ComboBox<>();

    MailWishesView(Preferences preferences, CurrentActor current) {
        this.preferences = preferences;
        this.current = current;
        addClassNames("lb-page", "lb-mail-wishes");
        var back = new RouterLink(getTranslation("berichten.titel"), MessagesView.class);
        back.addClassName("lb-back");
        var title = new H1(getTranslation("berichten.instellingen"));
        title.addClassName("lb-page-heading");
        add(back, title);
        if (!preferences.mailIsOn()) {
            var off = new Div(getTranslation("berichten.mail.uit"));
            off.addClassNames("lb-banner", "lb-banner-warm");
            add(off);
        }
        add(form(preferences.of(current.get())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("berichten.instellingen") + " - Landingsbaan";
    }

    private Div form(MailWishes wishes) {
        var privacy = new Paragraph(getTranslation("berichten.mail.uitleg"));
        privacy.addClassName("lb-quiet");
        var form = new Div(privacy);
        form.addClassNames("lb-card", "lb-form");
        for (var group : MessageGroup.values()) {
            var choice = new RadioButtonGroup<Delivery>();
            choice.setLabel(getTranslation("berichten.groep." + group));
            choice.setHelperText(getTranslation("berichten.groep." + group + ".uitleg"));
            choice.setItems(Delivery.values());
            choice.setItemLabelGenerator(delivery -> getTranslation("berichten.mail." + delivery));
            choice.setValue(wishes.deliveries().get(group));
            choices.put(group, choice);
            form.add(choice);
        }
        digestAt.setLabel(getTranslation("berichten.mail.tijd"));
        digestAt.setHelperText(getTranslation("berichten.mail.tijd.uitleg"));
        digestAt.setItems(IntStream.rangeClosed(FIRST_HOUR, LAST_HOUR)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .toList());
        digestAt.setItemLabelGenerator(LocalTime::toString);
        digestAt.setValue(wishes.digestAt());
        digestAt.addClassName("lb-form-date");
        var save = new Button(getTranslation("berichten.mail.opslaan"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(save);
        actions.addClassName("lb-actions");
        form.add(digestAt, actions);
        return form;
    }

    private void save() {
        digestAt.setInvalid(digestAt.getValue() == null);
        if (digestAt.isInvalid()) {
            digestAt.setErrorMessage(getTranslation("berichten.mail.tijd.leeg"));
            digestAt.focus();
            return;
        }
        var deliveries = new EnumMap<MessageGroup, Delivery>(MessageGroup.class);
        choices.forEach((group, choice) -> deliveries.put(group, choice.getValue()));
        preferences.save(current.get(), new MailWishes(Map.copyOf(deliveries), digestAt.getValue()));
        Messages.done(getTranslation("berichten.mail.opgeslagen"));
    }
}
