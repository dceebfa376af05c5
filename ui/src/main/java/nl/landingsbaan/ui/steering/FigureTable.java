package nl.landingsbaan.ui.steering;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCaption;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** Figures in a table: the first column says what, the others how much. Scrolls by itself on a narrow screen. */
class FigureTable extends Div {

    private final NativeTableBody body = new NativeTableBody();

    FigureTable(String caption, List<String> columns) {
        addClassName("lb-figures");
        getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", caption);
        var header = new NativeTableRow();
        columns.forEach(column -> {
            var cell = new NativeTableHeaderCell(column);
            cell.getElement().setAttribute("scope", "col");
            header.add(cell);
        });
        var title = new NativeTableCaption();
        title.setText(caption);
        title.addClassName("lb-visually-hidden");
        var head = new NativeTableHeader();
        head.add(header);
        var table = new NativeTable();
        table.add(title, head, body);
        add(table);
    }

    FigureTable row(String name, String... cells) {
        var what = new NativeTableHeaderCell(name);
        what.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow(what);
        for (var cell : cells) {
            row.add(new NativeTableCell(cell));
        }
        body.add(row);
        return this;
    }
}
