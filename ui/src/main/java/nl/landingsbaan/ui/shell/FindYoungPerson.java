package nl.landingsbaan.ui.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.stream.Stream;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;

/** From anywhere to the dossier of a young person, by a part of the name. */
class FindYoungPerson extends ComboBox<TransferSummary> {

    private static final int SHORTEST = 2;
    private static final int MOST = 12;

    private final CurrentActor current;
    private final transient Transfers transfers;

    FindYoungPerson(CurrentActor current, Transfers transfers) {
        this.current = current;
        this.transfers = transfers;
        addClassName("lb-find");
        setPlaceholder(getTranslation("zoek.jongere"));
        setAriaLabel(getTranslation("zoek.jongere.label"));
        setPrefixComponent(new Icon(VaadinIcon.SEARCH));
        setPageSize(MOST);
        setItemLabelGenerator(each -> each.firstName() + " " + each.lastName());
        setRenderer(LitRenderer.<TransferSummary>of(
                        "<div><div>${item.name}</div><div class=\"lb-quiet\">${item.about}</div></div>")
                .withProperty("name", each -> each.firstName() + " " + each.lastName())
                .withProperty("about", this::about));
        setItems(this::found);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> {
            clear();
            Messages.problem(getTranslation("zoek.jongere.niemand", typed.getDetail()));
        });
        addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                var id = change.getValue().id();
                clear();
                getUI().ifPresent(ui -> ui.navigate("dossier/" + id));
            }
        });
        // In the browser, so that what is typed right after it arrives here.
        addAttachListener(attached -> getElement().executeJs("""
                window.addEventListener('keydown', (event) => {
                  if (event.ctrlKey && event.key === 'k' && this.isConnected) {
                    event.preventDefault();
                    this.focus();
                  }
                });
                """));
    }

    private Stream<TransferSummary> found(Query<TransferSummary, String> query) {
        var typed = query.getFilter().orElse("").strip();
        var offset = query.getOffset();
        var limit = Math.min(query.getLimit(), MOST - offset);
        return typed.length() < SHORTEST || limit <= 0
                ? Stream.empty()
                : transfers.list(current.get(), new TransferFilter(typed, null, null, null), offset, limit).stream();
    }

    private String about(TransferSummary transfer) {
        var where = transfer.outcome() != null
                ? transfer.outcomeName()
                : transfer.phase() != null ? transfer.phaseName() : getTranslation("jongeren.fase.onderweg");
        return where + " · " + transfer.originName();
    }
}
