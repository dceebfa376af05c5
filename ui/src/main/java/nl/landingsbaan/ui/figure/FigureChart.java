package nl.landingsbaan.ui.figure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** A picture of figures. The figures themselves belong in a table beside it; this is an image with a label. */
@Tag("figure-chart")
@JsModule("./figure/figure-chart.js")
@NpmPackage(value = "echarts", version = "6.1.0")
public class FigureChart extends Component {

    /** @param label what the picture shows, for those who do not see it */
    public FigureChart(String label, Bars bars) {
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        getElement().executeJs("this.show($0)", bars);
    }
}
