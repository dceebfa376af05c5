package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Buttons of which one is pressed: of several things, the one that is shown. */
public class Switcher extends Div {

    private final List<NativeButton> buttons = new ArrayList<>();
    private final transient IntConsumer chosen;
    private int current;

    /** @param chosen told the position of the button that was pressed */
    public Switcher(String label, IntConsumer chosen) {
        this.chosen = chosen;
        addClassName("lb-switcher");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** The words on the buttons; the first is pressed. */
    public void setNames(List<String> names) {
        removeAll();
        buttons.clear();
        current = 0;
        for (int i = 0; i < names.size(); i++) {
            var position = i;
            var button = new NativeButton(names.get(i), click -> choose(position));
            button.getElement().setAttribute("type", "button");
            buttons.add(button);
            add(button);
        }
        mark();
    }

    /** The position of the button that is pressed. */
    public int current() {
        return current;
    }

    /** Shows another button as pressed, without telling. */
    public void setCurrent(int position) {
        current = position;
        mark();
    }

    private void choose(int position) {
        current = position;
        mark();
        chosen.accept(position);
    }

    private void mark() {
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getElement().setAttribute("aria-pressed", Boolean.toString(i == current));
        }
    }
}
