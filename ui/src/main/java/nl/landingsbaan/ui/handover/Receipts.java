package nl.landingsbaan.ui.handover;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import nl.landingsbaan.platform.handover.HandoverState;
import nl.landingsbaan.platform.handover.HandoverVersion;
import nl.landingsbaan.ui.shell.Dates;

/** What became of what was sent, version by version: sent, read by whom, taken over by whom or given back. */
final class Receipts extends Section {

    private final transient Dates dates;

    Receipts(List<HandoverVersion> versions, Dates dates) {
        this.dates = dates;
        addClassNames("lb-card", "lb-stack", "lb-receipts");
        add(new H2(getTranslation("overdracht.stand")));
        versions.forEach(version -> {
            if (versions.size() > 1) {
                add(new H3(getTranslation("overdracht.versie", version.number())));
            }
            add(steps(version));
        });
    }

    private OrderedList steps(HandoverVersion version) {
        var steps = new OrderedList();
        if (version.sentAt() != null) {
            steps.add(step(
                    true,
                    getTranslation("overdracht.stand.verstuurd"),
                    getTranslation(
                            "overdracht.door", version.sentBy(), version.senderOrganisation(), at(version.sentAt()))));
            version.receivers().forEach(receiver -> steps.add(read(version, receiver)));
        }
        switch (version.state()) {
            case TAKEN_OVER ->
                steps.add(step(
                        true,
                        getTranslation("overdracht.stand.overgenomen"),
                        getTranslation(
                                "overdracht.door", version.closedBy(), version.closedFor(), at(version.closedAt()))));
            case RETURNED -> {
                var step = step(
                        true,
                        getTranslation("overdracht.stand.teruggegeven"),
                        getTranslation(
                                "overdracht.door", version.closedBy(), version.closedFor(), at(version.closedAt())));
                step.addClassName("lb-receipt-back");
                if (version.returnReason() != null) {
                    var reason = new Paragraph(version.returnReason());
                    reason.addClassName("lb-value");
                    step.add(reason);
                }
                steps.add(step);
            }
            case CONFIRMED ->
                steps.add(step(
                        true,
                        getTranslation("overdracht.stand.mondeling", version.toldBy()),
                        getTranslation("overdracht.vastgelegd", version.closedBy(), at(version.closedAt()))));
            default -> steps.add(step(false, getTranslation("overdracht.stand.wacht"), null));
        }
        return steps;
    }

    private ListItem read(HandoverVersion version, HandoverVersion.ReceiverStatus receiver) {
        var who = receiver.person() == null
                ? getTranslation("overdracht.ontvanger", receiver.organisation(), receiver.role())
                : getTranslation("overdracht.ontvanger.persoon", receiver.person(), receiver.organisation());
        if (receiver.readings().isEmpty()) {
            return step(
                    false,
                    getTranslation(
                            version.state() == HandoverState.CONFIRMED
                                    ? "overdracht.stand.niet-gelezen"
                                    : "overdracht.stand.ongelezen"),
                    who);
        }
        var item = step(true, getTranslation("overdracht.stand.gelezen"), who);
        receiver.readings().forEach(reading -> {
            var line = new Div(getTranslation("overdracht.gelezen.door", reading.name(), at(reading.at())));
            line.addClassName("lb-quiet");
            item.add(line);
        });
        return item;
    }

    private static ListItem step(boolean done, String what, String who) {
        var name = new Span(what);
        name.addClassName("lb-strong");
        var item = new ListItem(name);
        item.addClassName(done ? "lb-receipt-done" : "lb-receipt-waits");
        if (who != null) {
            var line = new Div(who);
            line.addClassName("lb-quiet");
            item.add(line);
        }
        return item;
    }

    private String at(Instant moment) {
        return dates.full(Dates.day(moment), getLocale());
    }
}
