package nl.landingsbaan.ui.form;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;

/** A heading or explanation between the questions: markdown's headings, paragraphs, lists and bold words, and nothing else. */
class Explanation extends Div {

    Explanation(String markdown) {
        var paragraph = new ArrayList<String>();
        UnorderedList list = null;
        for (var line : markdown.strip().lines().map(String::strip).toList()) {
            var item = line.startsWith("- ") || line.startsWith("* ");
            if (line.isEmpty() || line.startsWith("#") || item) {
                end(paragraph);
            }
            if (!item) {
                list = null;
            }
            if (line.startsWith("#")) {
                add(new H2(line.replaceFirst("^#+\\s*", "")));
            } else if (item) {
                if (list == null) {
                    list = new UnorderedList();
                    add(list);
                }
                list.add(withBold(new ListItem(), line.substring(2)));
            } else if (!line.isEmpty()) {
                paragraph.add(line);
            }
        }
        end(paragraph);
    }

    private void end(ArrayList<String> paragraph) {
        if (!paragraph.isEmpty()) {
            add(withBold(new Paragraph(), String.join(" ", paragraph)));
            paragraph.clear();
        }
    }

    private static <C extends HtmlContainer> C withBold(C container, String text) {
        var parts = text.split("\\*\\*", -1);
        for (int i = 0; i < parts.length; i++) {
            var bold = i % 2 == 1 && i < parts.length - 1;
            var part = new Span(i % 2 == 1 && !bold ? "**" + parts[i] : parts[i]);
            if (bold) {
                part.addClassName("lb-strong");
            }
            container.add(part);
        }
        return container;
    }
}
