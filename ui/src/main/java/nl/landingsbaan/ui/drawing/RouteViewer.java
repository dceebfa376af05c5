package nl.landingsbaan.ui.drawing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A drawn process to look at, with the elements marked that are done, current or skipped. */
@Tag("route-viewer")
@JsModule("./route/route-viewer.js")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
public class RouteViewer extends Component implements HasSize {

    /**
     * Shows a drawing. The drawing itself is passed on to the page and not kept.
     *
     * @param label what the drawing is, for those who do not see it
     * @param summary what its marks say, in words
     * @param marks by element id; elements that are not in the drawing are left out
     * @param badges short text on an element, by element id
     */
    public void show(String xml, String label, String summary, Map<String, Mark> marks, Map<String, String> badges) {
        var states = marks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().name().toLowerCase(Locale.ROOT)));
        getElement()
                .executeJs(
                        "this.show($0)",
                        Map.of(
                                "xml", xml,
                                "label", label,
                                "summary", summary,
                                "states", states,
                                "badges", badges,
                                "texts",
                                        Map.of(
                                                "zoomIn", getTranslation("tekening.groter"),
                                                "zoomOut", getTranslation("tekening.kleiner"),
                                                "fit", getTranslation("tekening.passend"))));
    }

    /** Tells which element was clicked. */
    public Registration addElementClickListener(ComponentEventListener<ElementClick> listener) {
        return addListener(ElementClick.class, listener);
    }

    /** An element of the drawing was clicked. */
    @DomEvent("element-click")
    public static class ElementClick extends ComponentEvent<RouteViewer> {

        private final String elementId;

        public ElementClick(
                RouteViewer source, boolean fromClient, @EventData("event.detail.elementId") String elementId) {
            super(source, fromClient);
            this.elementId = elementId;
        }

        public String elementId() {
            return elementId;
        }
    }
}
