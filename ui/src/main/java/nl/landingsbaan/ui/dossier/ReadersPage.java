package nl.landingsbaan.ui.dossier;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.platform.transfer.DossierReaders;
import nl.landingsbaan.platform.transfer.DossierReading;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Requires;

/** Who looked at a dossier: for which organisation and when, day by day. */
@Route(value = "dossier/:id/inzage", layout = DossierFrame.class)
@PermitAll
@Requires({Right.COORDINATE, Right.REFER})
public class ReadersPage extends Div implements DossierPart {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(PlatformClock.ZONE);

    private final CurrentActor actor;
    private final transient DossierReaders readers;
    private final transient Dates dates;

    ReadersPage(CurrentActor actor, DossierReaders readers, Dates dates) {
        this.actor = actor;
        this.readers = readers;
        this.dates = dates;
        addClassName("lb-stack");
    }

    @Override
    public void show(long transferId) {
        var found = readers.of(actor.get(), transferId);
        removeAll();
        add(new H2(getTranslation("inzage.titel")));
        if (found.isEmpty()) {
            add(new Paragraph(getTranslation("inzage.nietvooru")));
            return;
        }
        add(new Paragraph(getTranslation("inzage.uitleg")));
        found.get().stream()
                .collect(Collectors.groupingBy(
                        reading -> Dates.day(reading.at()), LinkedHashMap::new, Collectors.toList()))
                .forEach((day, readings) -> add(day(day, readings)));
        if (found.get().size() >= DossierReaders.SHOWN) {
            add(new Paragraph(getTranslation("inzage.meer", DossierReaders.SHOWN)));
        }
    }

    private Section day(LocalDate day, List<DossierReading> readings) {
        var list = new UnorderedList();
        list.addClassName("lb-readers");
        readings.stream()
                .collect(Collectors.groupingBy(
                        reading -> new Reader(reading.personName(), reading.organisationName()),
                        LinkedHashMap::new,
                        Collectors.mapping(
                                reading -> TIME.format(reading.at()), Collectors.toCollection(TreeSet::new))))
                .forEach((reader, times) -> list.add(line(reader, times)));
        var section = new Section(new H3(dates.full(day, getLocale())), list);
        section.addClassName("lb-card");
        return section;
    }

    private ListItem line(Reader reader, TreeSet<String> times) {
        var name = new Span(reader.person);
        name.addClassName("lb-strong");
        var organisation =
                new Span(reader.organisation == null ? getTranslation("inzage.onbekend") : reader.organisation);
        organisation.addClassName("lb-quiet");
        return new ListItem(new Div(new Div(name), new Div(organisation)), new Span(String.join(", ", times)));
    }

    private record Reader(String person, String organisation) {}
}
