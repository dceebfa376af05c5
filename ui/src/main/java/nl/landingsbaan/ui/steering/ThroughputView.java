package nl.landingsbaan.ui.steering;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Measure;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.steering.Figure;
import nl.landingsbaan.platform.steering.Throughput;
import nl.landingsbaan.platform.steering.ThroughputOverview;
import nl.landingsbaan.platform.steering.ThroughputOverview.Outcome;
import nl.landingsbaan.platform.steering.ThroughputOverview.TrendPoint;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.ui.figure.Bars;
import nl.landingsbaan.ui.figure.Bars.Point;
import nl.landingsbaan.ui.figure.Bars.Series;
import nl.landingsbaan.ui.figure.FigureChart;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** Where the young people of a school year stand and where they get stuck: numbers only, each beside its picture. */
@Route(value = "doorstroom", layout = MainLayout.class)
@PermitAll
@Requires({Right.STEER, Right.COORDINATE})
@StyleSheet("styles/throughput.css")
public class ThroughputView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String YEAR = "schooljaar";

    private final CurrentActor actor;
    private final transient Throughput throughput;
    private final transient Regions regions;
    private final transient Dates dates;
    private final Select<String> year = new Select<>();
    private final Div figures = new Div();
    private final Anchor download = new Anchor();
    private final Words words;

    ThroughputView(CurrentActor actor, Throughput throughput, Regions regions, Dates dates) {
        this.actor = actor;
        this.throughput = throughput;
        this.regions = regions;
        this.dates = dates;
        this.words = new Words(getLocale(), this::getTranslation);
        addClassNames("lb-page", "lb-throughput");
        year.setLabel(getTranslation("doorstroom.schooljaar"));
        year.setItems(throughput.schoolYears(actor.get()));
        year.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().orElseThrow().navigate("doorstroom", QueryParameters.of(YEAR, change.getValue()));
            }
        });
        download.setText(getTranslation("doorstroom.csv"));
        download.addClassName("lb-download");
        var print = new Button(
                getTranslation("doorstroom.afdrukken"),
                new Icon(VaadinIcon.PRINT),
                click -> click.getSource().getUI().orElseThrow().getPage().executeJs("window.print()"));
        var tools = new Div(year, download, print);
        tools.addClassName("lb-throughput-tools");
        figures.addClassNames("lb-stack");
        add(new H1(getTranslation("menu.doorstroom")), tools, figures);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var me = actor.get();
        var years = throughput.schoolYears(me);
        var asked = event.getLocation().getQueryParameters().getSingleParameter(YEAR);
        year.setValue(asked.filter(years::contains).orElseGet(() -> running(me, years)));
        show(me, throughput.overview(me, year.getValue()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.doorstroom") + " - Landingsbaan";
    }

    /** The school year that it is now, else the newest with figures. */
    private String running(Actor me, List<String> years) {
        var today = dates.today();
        return regions.calendar(me.regionId()).stream()
                .filter(each -> !today.isBefore(each.startsOn()) && !today.isAfter(each.endsOn()))
                .map(each -> each.code())
                .filter(years::contains)
                .findFirst()
                .orElse(years.getFirst());
    }

    private void show(Actor me, ThroughputOverview overview) {
        var region = regions.region(me.regionId());
        figures.removeAll();
        figures.add(
                about(region.programme(), overview),
                funnel(overview),
                phases(overview),
                times(overview),
                outcomes(overview),
                overdue(overview),
                trend(overview, region.settings().measures()));
        if (!overview.past().isEmpty()) {
            figures.add(new PastTables(words, this::getTranslation).section(overview.past()));
        }
        var csv = new ThroughputCsv(words, this::getTranslation)
                .of(overview, region.settings().measures());
        download.setHref(DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "doorstroom-" + region.code() + "-" + overview.schoolYear() + ".csv",
                "text/csv; charset=utf-8",
                -1)));
    }

    private Div about(String programme, ThroughputOverview overview) {
        var measured = overview.measuredAt().atZone(PlatformClock.ZONE);
        var participants = new Span(words.text(overview.participants()));
        participants.addClassName("lb-big-number");
        var explanation = new Paragraph(getTranslation(
                "doorstroom.gemeten",
                dates.full(measured.toLocalDate(), getLocale()),
                DateTimeFormatter.ofPattern("H:mm").format(measured)));
        var withheld = new Paragraph(getTranslation("doorstroom.uitleg", overview.threshold()));
        withheld.addClassName("lb-quiet");
        var about = new Div(
                new Div(
                        participants,
                        new Span(getTranslation("doorstroom.deelnemers", programme, overview.schoolYear()))),
                explanation,
                withheld);
        about.addClassNames("lb-card", "lb-throughput-about");
        return about;
    }

    private Section funnel(ThroughputOverview overview) {
        var table = table(
                "doorstroom.doelen",
                "doorstroom.meetpunt",
                "doorstroom.behaald",
                "doorstroom.doel",
                "doorstroom.aandeel",
                "doorstroom.niet",
                "doorstroom.nog-niet-bekend");
        overview.funnel()
                .forEach(step -> table.row(
                        step.name(),
                        words.text(step.reached()),
                        words.number(step.target()),
                        words.percentage(step.percentage(), step.reached(), step.participants()),
                        words.text(step.missed()),
                        words.text(step.notKnownYet())));
        var bars = new Bars(
                true,
                getTranslation("doorstroom.jongeren"),
                overview.funnel().stream().map(step -> step.name()).toList(),
                List.of(
                        new Series(
                                getTranslation("doorstroom.behaald"),
                                overview.funnel().stream()
                                        .map(step -> words.point(step.reached()))
                                        .toList()),
                        new Series(
                                getTranslation("doorstroom.doel"),
                                overview.funnel().stream()
                                        .map(step -> new Point(step.target(), words.number(step.target()), false))
                                        .toList())));
        var section = section("doorstroom.doelen", bars, table);
        section.addClassName("lb-throughput-stacked");
        return section;
    }

    private Section phases(ThroughputOverview overview) {
        var table = table("doorstroom.fasen", "doorstroom.fase", "doorstroom.nu", "doorstroom.doorlopen");
        overview.phases()
                .forEach(phase -> table.row(
                        phase.name(), words.of(phase.now(), overview.participants()), words.text(phase.finished())));
        var bars = new Bars(
                true,
                getTranslation("doorstroom.jongeren"),
                overview.phases().stream().map(phase -> phase.name()).toList(),
                List.of(new Series(
                        getTranslation("doorstroom.nu"),
                        overview.phases().stream()
                                .map(phase -> words.point(phase.now()))
                                .toList())));
        return section("doorstroom.fasen", bars, table);
    }

    private Section times(ThroughputOverview overview) {
        var table = table(
                "doorstroom.tijd",
                "doorstroom.fase",
                "doorstroom.mediaan",
                "doorstroom.traag",
                "doorstroom.gemeten-over");
        overview.phases()
                .forEach(phase -> table.row(
                        phase.name(), days(phase.medianDays()), days(phase.slowDays()), words.text(phase.finished())));
        var bars = new Bars(
                true,
                getTranslation("doorstroom.dagen"),
                overview.phases().stream().map(phase -> phase.name()).toList(),
                List.of(
                        new Series(
                                getTranslation("doorstroom.mediaan"),
                                overview.phases().stream()
                                        .map(phase -> words.point(phase.medianDays()))
                                        .toList()),
                        new Series(
                                getTranslation("doorstroom.traag"),
                                overview.phases().stream()
                                        .map(phase -> words.point(phase.slowDays()))
                                        .toList())));
        return section("doorstroom.tijd", bars, table);
    }

    private Section outcomes(ThroughputOverview overview) {
        var outcomes = overview.outcomes();
        var table = table("doorstroom.uitkomsten", "doorstroom.uitkomst", "doorstroom.aantal", "doorstroom.aandeel");
        all(overview)
                .forEach(outcome -> table.row(
                        name(outcome),
                        words.text(outcome.number()),
                        words.percentage(outcome.percentage(), outcome.number(), outcomes.ended())));
        table.row(getTranslation("doorstroom.afgerond"), words.text(outcomes.ended()), "");
        var bars = new Bars(
                true,
                getTranslation("doorstroom.jongeren"),
                all(overview).map(this::name).toList(),
                List.of(new Series(
                        getTranslation("doorstroom.aantal"),
                        all(overview)
                                .map(outcome -> words.point(outcome.number()))
                                .toList())));
        return section("doorstroom.uitkomsten", bars, table);
    }

    /** What was reached, then each kind of leaving, then what nobody knows. */
    static Stream<Outcome> all(ThroughputOverview overview) {
        var outcomes = overview.outcomes();
        return Stream.of(outcomes.others(), outcomes.leaving(), List.of(outcomes.unknown()))
                .flatMap(List::stream);
    }

    private Section overdue(ThroughputOverview overview) {
        var table = table("doorstroom.te-laat", "doorstroom.rol", "doorstroom.taken-te-laat", "doorstroom.taken-open");
        overview.overdueByRole()
                .forEach(role -> table.row(role.name(), words.text(role.overdue()), words.text(role.open())));
        var bars = new Bars(
                true,
                getTranslation("doorstroom.taken"),
                overview.overdueByRole().stream().map(role -> role.name()).toList(),
                List.of(new Series(
                        getTranslation("doorstroom.taken-te-laat"),
                        overview.overdueByRole().stream()
                                .map(role -> words.point(role.overdue()))
                                .toList())));
        return section("doorstroom.te-laat", bars, table);
    }

    private Section trend(ThroughputOverview overview, List<Measure> measures) {
        var years =
                overview.trend().stream().map(TrendPoint::schoolYear).distinct().toList();
        var columns = new ArrayList<String>();
        columns.add(getTranslation("doorstroom.schooljaar"));
        measures.forEach(measure ->
                columns.add(getTranslation("doorstroom.met-doel", measure.name(), words.number(measure.target()))));
        var table = new FigureTable(getTranslation("doorstroom.jaren"), columns);
        table.addClassName("lb-years");
        for (var each : years) {
            var cells = new ArrayList<String>();
            measures.forEach(measure -> cells.add(
                    point(overview, each, measure).map(this::countedAndPrinted).orElse("")));
            table.row(each, cells.toArray(String[]::new));
        }
        var bars = new Bars(
                false,
                getTranslation("doorstroom.jongeren"),
                years,
                List.of(new Series(
                        measures.getFirst().name(),
                        years.stream()
                                .map(each -> point(overview, each, measures.getFirst())
                                        .map(point -> new Point(
                                                height(point), countedAndPrinted(point), isPrintedOnly(point)))
                                        .orElseGet(() -> words.point(Figure.Absent.UNKNOWN)))
                                .toList())));
        var section = section("doorstroom.jaren", bars, table);
        sources(overview).forEach(source -> {
            var printed = new Paragraph(source);
            printed.addClassName("lb-quiet");
            section.add(printed);
        });
        return section;
    }

    /** What the platform counted, and beside it what was printed where that is not the same. */
    private String countedAndPrinted(TrendPoint point) {
        if (point.printed() == null) {
            return words.text(point.number());
        }
        var printed = words.text(point.printed());
        return isPrintedOnly(point)
                ? printed
                : getTranslation("doorstroom.en-gedrukt", words.text(point.number()), printed);
    }

    private static boolean isPrintedOnly(TrendPoint point) {
        return point.printed() != null && point.number() == Figure.Absent.UNKNOWN;
    }

    private static int height(TrendPoint point) {
        return isPrintedOnly(point)
                ? point.printed().most()
                : point.number().number().orElse(0);
    }

    /** Where the printed totals come from, each source with its years. */
    private List<String> sources(ThroughputOverview overview) {
        return overview.trend().stream()
                .filter(point -> point.source() != null)
                .map(TrendPoint::source)
                .distinct()
                .map(source -> getTranslation(
                        "doorstroom.bron",
                        overview.trend().stream()
                                .filter(point -> source.equals(point.source()))
                                .map(TrendPoint::schoolYear)
                                .distinct()
                                .collect(Collectors.joining(", ")),
                        source))
                .toList();
    }

    /** A kind of leaving that this region's route does not know has no name of the region's. */
    private String name(Outcome outcome) {
        return outcome.name().equals(outcome.code()) && outcome.number() == Figure.Absent.NOT_APPLICABLE
                ? getTranslation("doorstroom.uitkomst." + outcome.code())
                : outcome.name();
    }

    private static Optional<TrendPoint> point(ThroughputOverview overview, String schoolYear, Measure measure) {
        return overview.trend().stream()
                .filter(point ->
                        point.schoolYear().equals(schoolYear) && point.measure().equals(measure.code()))
                .findFirst();
    }

    private String days(Figure figure) {
        return figure.number().isEmpty()
                ? words.text(figure)
                : getTranslation("doorstroom.aantal-dagen", words.text(figure));
    }

    private FigureTable table(String caption, String... columns) {
        return new FigureTable(
                getTranslation(caption),
                Stream.of(columns).map(column -> getTranslation(column)).toList());
    }

    private Section section(String title, Bars bars, Component table) {
        var explanation = new Paragraph(getTranslation(title + ".uitleg"));
        explanation.addClassName("lb-quiet");
        var both = new Div();
        both.addClassName("lb-throughput-figures");
        if (bars.series().stream().flatMap(series -> series.points().stream()).anyMatch(point -> point.value() > 0)) {
            both.add(new FigureChart(getTranslation("doorstroom.grafiek", getTranslation(title)), bars));
        }
        both.add(table);
        var section = new Section(new H2(getTranslation(title)), explanation, both);
        section.addClassName("lb-card");
        return section;
    }
}
