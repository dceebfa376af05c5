package nl.landingsbaan.ui.demo;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Says that this is a demo and which day it is there, and moves its clock. */
public class DemoBar extends Div {

    private static final Locale NL = Locale.forLanguageTag("nl-NL");

    private final transient DemoClock clock;
    private final Span date = new Span();
    private final Span busy = new Span();
    private final List<Button> buttons;
    private transient DemoClock.Subscription subscription;

    public DemoBar(DemoClock clock) {
        this.clock = clock;
        addClassName("lb-demo-bar");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("demo.naam"));
        busy.addClassName("lb-demo-busy");
        busy.getElement().setAttribute("role", "status");
        buttons = List.of(
                button("demo.dag", clock::day),
                button("demo.week", clock::week),
                button("demo.gebeurtenis", clock::nextEvent));
        var controls = new Div();
        controls.addClassName("lb-demo-controls");
        buttons.forEach(controls::add);
        add(date, busy, controls);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = clock.onChange(() -> ui.access(this::show));
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
    }

    private Button button(String key, Runnable move) {
        var button = new Button(getTranslation(key), click -> move.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void show() {
        var pattern = DateTimeFormatter.ofPattern(
                "EE d MMM yyyy", getLocale().getLanguage().equals("nl") ? NL : getLocale());
        date.setText(getTranslation("demo.datum", pattern.format(clock.today()).replace(".", "")));
        var doing = clock.busy();
        busy.setText(doing.map(what -> getTranslation("demo.bezig", what)).orElse(""));
        busy.setVisible(doing.isPresent());
        buttons.forEach(button -> button.setEnabled(doing.isEmpty()));
    }
}
