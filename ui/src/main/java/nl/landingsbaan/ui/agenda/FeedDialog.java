package nl.landingsbaan.ui.agenda;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import nl.landingsbaan.platform.agenda.AgendaFeeds;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;

/** Makes, renews and withdraws the secret address of somebody's calendar feed. */
class FeedDialog extends Dialog {

    private final CurrentActor actor;
    private final transient AgendaFeeds feeds;
    private final transient Dates dates;
    private final Div content = new Div();

    FeedDialog(CurrentActor actor, AgendaFeeds feeds, Dates dates) {
        this.actor = actor;
        this.feeds = feeds;
        this.dates = dates;
        setHeaderTitle(getTranslation("agenda.abonnement.titel"));
        setWidth("min(36rem, 100%)");
        content.addClassName("lb-contact-sheet");
        add(content);
        show();
    }

    private void show() {
        content.removeAll();
        getFooter().removeAll();
        content.add(new Paragraph(getTranslation("agenda.abonnement.uitleg")));
        var made = feeds.madeAt(actor.get());
        made.ifPresent(at -> content.add(
                new Paragraph(getTranslation("agenda.abonnement.gemaakt", dates.full(Dates.day(at), getLocale())))));
        getFooter().add(new Button(getTranslation("agenda.abonnement.sluiten"), click -> close()));
        if (made.isPresent()) {
            var withdraw = new Button(getTranslation("agenda.abonnement.intrekken"), click -> {
                feeds.withdraw(actor.get());
                show();
            });
            withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
            getFooter().add(withdraw);
        }
        var make = new Button(
                getTranslation(made.isPresent() ? "agenda.abonnement.vernieuwen" : "agenda.abonnement.maken"),
                click -> made());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(make);
    }

    /** The address is shown this once: only a digest of it is kept. */
    private void made() {
        var token = feeds.make(actor.get());
        show();
        var address = new TextField(getTranslation("agenda.abonnement.adres"));
        address.setReadOnly(true);
        address.setHelperText(getTranslation("agenda.abonnement.eenmalig"));
        address.addClassName("lb-feed-address");
        content.add(address);
        var path = VaadinRequest.getCurrent().getContextPath() + "/agenda/" + token + ".ics";
        getUI().ifPresent(ui -> ui.getPage()
                .fetchCurrentURL(url -> address.setValue(url.getProtocol() + "://" + url.getAuthority() + path)));
    }
}
