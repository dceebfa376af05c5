package nl.landingsbaan.ui.youngpeople;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.landingsbaan.platform.admission.RegionalMoves;
import nl.landingsbaan.platform.contact.Contacts;
import nl.landingsbaan.platform.export.YoungPeopleFile;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.SchoolYear;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.route.StepKind;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;
import nl.landingsbaan.ui.contact.ContactSheet;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.Due;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** The young people in whose transfer the actor or the actor's organisation takes part. */
@Route(value = "jongeren", layout = MainLayout.class)
@PermitAll
@Requires({Right.WORK, Right.COORDINATE})
@StyleSheet("styles/youngpeople.css")
public class YoungPeopleView extends Div implements HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int NARROW = 760;

    private static final String LOG = "<vaadin-button theme=\"tertiary small\" @click=\"${log}\""
            + " aria-label=\"${item.log_name}\">${item.log_text}</vaadin-button>";

    private final transient CurrentActor actor;
    private final transient Transfers transfers;
    private final transient Tasks tasks;
    private final transient Contacts contacts;
    private final transient Regions regions;
    private final transient Dates dates;
    private final transient YoungPeopleFile file;
    private final Grid<YoungPerson> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Select<String> year = new Select<>();
    private final Select<String> phase = new Select<>();
    private final Select<Boolean> running = new Select<>();
    private final Map<String, String> phases;
    private transient volatile TransferFilter filter = TransferFilter.ALL;

    YoungPeopleView(
            CurrentActor actor,
            Transfers transfers,
            RegionalMoves moves,
            Tasks tasks,
            Contacts contacts,
            Regions regions,
            Routes routes,
            Dates dates,
            YoungPeopleFile file) {
        this.actor = actor;
        this.transfers = transfers;
        this.tasks = tasks;
        this.contacts = contacts;
        this.regions = regions;
        this.dates = dates;
        this.file = file;
        var me = actor.get();
        this.phases = phases(routes, me.regionId());
        addClassNames("lb-page", "lb-young-people");
        add(heading(me));
        var arriving = moves.incoming(me).size();
        if (arriving > 0) {
            var link = new Anchor("verhuizingen", getTranslation("verhuizingen.melding", arriving));
            var banner = new Div(link);
            banner.addClassNames("lb-banner", "lb-banner-warm");
            add(banner);
        }
        add(filters(regions.calendar(me.regionId())), list());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("menu.jongeren") + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        fitTo(page.getExtendedClientDetails().getWindowInnerWidth());
        var resizing = page.addBrowserWindowResizeListener(resize -> fitTo(resize.getWidth()));
        addDetachListener(detach -> {
            detach.unregisterListener();
            resizing.remove();
        });
    }

    private Div heading(Actor me) {
        var heading = new Div(new H1(getTranslation("menu.jongeren")));
        heading.addClassName("lb-heading");
        var late = contacts.dueBefore(me, dates.today(), true, PAGE * 4).size();
        if (late > 0) {
            heading.add(new Anchor("te-lang-geen-contact", getTranslation("contact.lang.link", late)));
        }
        heading.add(download());
        if (me.may(Right.REFER)) {
            var refer = new Button(
                    getTranslation("jongeren.aanmelden"),
                    new Icon(VaadinIcon.PLUS),
                    click -> click.getSource().getUI().orElseThrow().navigate(ReferView.class));
            refer.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            heading.add(refer);
        }
        return heading;
    }

    /** The list as it is filtered at the moment of the click. */
    private Anchor download() {
        var download = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    var csv = file.csv(actor.get(), filter);
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), "jongeren.csv", "text/csv; charset=utf-8", csv.length);
                }),
                getTranslation("jongeren.csv"));
        download.addClassName("lb-download");
        return download;
    }

    private Div filters(List<SchoolYear> calendar) {
        search.setPlaceholder(getTranslation("jongeren.zoek.hint"));
        search.setLabel(getTranslation("jongeren.zoek"));
        search.setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        choice(
                running,
                "jongeren.loopt",
                List.of(true, false),
                value -> getTranslation(
                        value == null ? "jongeren.loopt.alle" : value ? "jongeren.loopt.ja" : "jongeren.loopt.nee"));
        running.setValue(true);
        choice(
                phase,
                "jongeren.fase",
                List.copyOf(phases.keySet()),
                value -> value == null ? getTranslation("jongeren.fase.alle") : phases.get(value));
        choice(
                year,
                "jongeren.schooljaar",
                calendar.stream().map(SchoolYear::code).toList(),
                value -> value == null ? getTranslation("jongeren.schooljaar.alle") : value);
        var filters = new Div(search, running, phase, year);
        filters.addClassName("lb-young-people-filters");
        filters.getElement().setAttribute("role", "search");
        return filters;
    }

    private <T> void choice(Select<T> select, String label, List<T> values, ItemLabelGenerator<T> labels) {
        select.setLabel(getTranslation(label));
        select.setItems(values);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(labels.apply(null));
        select.setItemLabelGenerator(labels);
        select.addValueChangeListener(change -> refresh());
    }

    private Grid<YoungPerson> list() {
        grid.addClassName("lb-young-people-list");
        grid.getElement().setAttribute("aria-label", getTranslation("menu.jongeren"));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPageSize(PAGE);
        column("jongeren.kolom.naam", "<a router-link href=\"${item.href}\">${item.name}</a>", 3)
                .setKey("naam");
        column("jongeren.kolom.school", "${item.origin}", 2);
        column("jongeren.kolom.fase", "${item.phase}", 0).setWidth("7.5rem");
        column("jongeren.kolom.stap", "${item.step}<div class=\"lb-quiet\">${item.role}${item.waiting}</div>", 4);
        column("jongeren.kolom.uiterlijk", "<span class=\"${item.due_class}\">${item.due}</span>", 0)
                .setWidth("10.25rem");
        column("contact.kolom", "<span class=\"${item.contact_class}\">${item.contact}</span>" + LOG, 0)
                .setWidth("7rem");
        column("jongeren.kolom.schooljaar", "<span class=\"lb-year\">${item.year}</span>", 0)
                .setWidth("7rem");
        grid.addColumn(renderer("""
                        <div class="lb-young-person">
                          <a router-link href="${item.href}">${item.name}</a>
                          <div class="lb-quiet">${item.phase} · ${item.origin}</div>
                          <div>${item.step} <span class="lb-quiet">${item.role}${item.waiting}</span></div>
                          <span class="${item.due_class}">${item.due}</span>
                          <span class="${item.contact_class}">${item.contact_long}</span>
                        """ + LOG + "</div>"))
                .setHeader(getTranslation("jongeren.kolom.kaart"))
                .setKey("kaart");
        grid.setEmptyStateComponent(nobody());
        grid.setItems(query -> page(query.getOffset(), query.getLimit()));
        return grid;
    }

    private Grid.Column<YoungPerson> column(String header, String template, int share) {
        return grid.addColumn(renderer(template))
                .setHeader(getTranslation(header))
                .setFlexGrow(share)
                .setWidth("0");
    }

    private LitRenderer<YoungPerson> renderer(String template) {
        return LitRenderer.<YoungPerson>of(template)
                .withProperty("href", row -> "dossier/" + row.transfer().id())
                .withProperty("name", YoungPerson::name)
                .withProperty("waiting", this::waiting)
                .withProperty("origin", row -> row.transfer().originName())
                .withProperty("phase", row -> where(row.transfer()))
                .withProperty(
                        "step", row -> row.next() == null ? "" : row.next().stepName())
                .withProperty(
                        "role", row -> row.next() == null ? "" : row.next().roleName())
                .withProperty("due", this::dueInWords)
                .withProperty(
                        "due_class",
                        row -> due(row).date() == null
                                ? ""
                                : "lb-chip " + due(row).when().style())
                .withProperty("year", row -> row.transfer().schoolYear())
                .withProperty("contact", this::lastContact)
                .withProperty("contact_long", row -> getTranslation("contact.laatste.op", lastContact(row)))
                .withProperty("contact_class", row -> isLate(row) ? "lb-chip lb-due-late" : "lb-quiet")
                .withProperty("log_text", row -> getTranslation("contact.knop"))
                .withProperty("log_name", row -> getTranslation("contact.knop.met", row.name()))
                .withFunction(
                        "log",
                        row -> ContactSheet.log(
                                row.transfer().firstName(),
                                actor,
                                contacts,
                                regions,
                                dates,
                                row.transfer().id(),
                                this::refresh));
    }

    private Div nobody() {
        var empty = new Div(
                new Paragraph(getTranslation("jongeren.leeg")), new Paragraph(getTranslation("jongeren.leeg.uitleg")));
        empty.addClassName("lb-empty");
        return empty;
    }

    private Stream<YoungPerson> page(int offset, int limit) {
        var me = actor.get();
        var page = transfers.list(me, filter, offset, limit);
        var next = tasks.nextSteps(me, page.stream().map(TransferSummary::id).toList());
        var standings =
                contacts.standings(me, page.stream().map(TransferSummary::id).toList());
        return page.stream()
                .map(transfer -> new YoungPerson(transfer, next.get(transfer.id()), standings.get(transfer.id())));
    }

    private String lastContact(YoungPerson row) {
        return row.contact() == null || row.contact().lastAt() == null
                ? getTranslation("contact.kolom.geen")
                : dates.brief(Dates.day(row.contact().lastAt()), getLocale());
    }

    private boolean isLate(YoungPerson row) {
        return row.contact() != null && row.contact().isLate(dates.today());
    }

    private String where(TransferSummary transfer) {
        if (transfer.outcome() != null) {
            return transfer.outcomeName();
        }
        return transfer.phase() == null ? getTranslation("jongeren.fase.onderweg") : transfer.phaseName();
    }

    private String waiting(YoungPerson row) {
        return row.next() == null && row.transfer().outcome() == null ? getTranslation("jongeren.wacht") : "";
    }

    private Due due(YoungPerson row) {
        return dates.due(row.next() == null ? null : row.next().dueAt());
    }

    private String dueInWords(YoungPerson row) {
        var due = due(row);
        return due.date() == null ? "" : due.inWords(this::getTranslation, dates.brief(due.date(), getLocale()));
    }

    private void refresh() {
        filter = new TransferFilter(search.getValue(), year.getValue(), phase.getValue(), running.getValue());
        grid.getLazyDataView().refreshAll();
    }

    private void fitTo(int windowWidth) {
        var narrow = windowWidth > 0 && windowWidth < NARROW;
        grid.getColumns().forEach(column -> column.setVisible(narrow == "kaart".equals(column.getKey())));
    }

    private static Map<String, String> phases(Routes routes, long regionId) {
        var names = new LinkedHashMap<String, String>();
        routes.current(regionId).map(version -> routes.steps(version.id())).orElse(List.of()).stream()
                .filter(step -> step.kind() == StepKind.PHASE)
                .forEach(step -> names.putIfAbsent(step.phase(), step.name()));
        return names;
    }
}
