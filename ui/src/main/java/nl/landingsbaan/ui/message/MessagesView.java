package nl.landingsbaan.ui.message;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import nl.landingsbaan.platform.notify.Message;
import nl.landingsbaan.platform.notify.MessageBox;
import nl.landingsbaan.platform.notify.MessageFeed;
import nl.landingsbaan.platform.notify.MessageKind;
import nl.landingsbaan.platform.notify.MessagePosition;
import nl.landingsbaan.platform.time.PlatformClock;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.Dates;
import nl.landingsbaan.ui.shell.LiveScreens;
import nl.landingsbaan.ui.shell.MainLayout;
import nl.landingsbaan.ui.shell.Requires;

/** What somebody was told: first what is unread, by day. Each leads to what it is about. It changes by itself. */
@Route(value = "berichten", layout = MainLayout.class)
@PermitAll
@Requires
@StyleSheet("styles/messages.css")
public class MessagesView extends Div implements HasDynamicTitle {

    private static final int PAGE = 30;
    private static final int AT_MOST_LIVE = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final transient MessageBox box;
    private final transient MessageFeed feed;
    private final transient LiveScreens live;
    private final transient Dates dates;
    private final CurrentActor current;
    private final Div list = new Div();
    private final Button readAll = new Button();
    private final Button more = new Button();
    private final transient List<Message> shown = new ArrayList<>();
    private transient MessagePosition next;
    private transient MessageFeed.Subscription subscription;

    MessagesView(MessageBox box, MessageFeed feed, LiveScreens live, Dates dates, CurrentActor current) {
        this.box = box;
        this.feed = feed;
        this.live = live;
        this.dates = dates;
        this.current = current;
        addClassNames("lb-page", "lb-messages");
        readAll.setText(getTranslation("berichten.alles-gelezen"));
        readAll.addClickListener(click -> {
            box.readAll(current.get());
            load(shown.size());
        });
        var wishes = new RouterLink(getTranslation("berichten.instellingen"), MailWishesView.class);
        var actions = new Div(readAll, wishes);
        actions.addClassName("lb-row");
        var heading = new Div(new H1(getTranslation("berichten.titel")), actions);
        heading.addClassName("lb-heading");
        more.setText(getTranslation("berichten.meer"));
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        more.addClickListener(click -> append());
        add(heading, list, more);
        load(PAGE);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("berichten.titel") + " - Landingsbaan";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var me = current.get();
        var refresher = live.refresher(event.getUI(), () -> load(Math.clamp(shown.size(), PAGE, AT_MOST_LIVE)));
        subscription = feed.subscribe(change -> {
            if (change.accountId() == me.accountId() && change.regionId() == me.regionId()) {
                refresher.run();
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
    }

    private void load(int howMany) {
        shown.clear();
        next = null;
        read(Math.max(howMany, PAGE));
    }

    private void append() {
        read(PAGE);
    }

    private void read(int howMany) {
        var page = box.page(current.get(), next, howMany);
        shown.addAll(page.messages());
        next = page.next();
        show();
    }

    private void show() {
        list.removeAll();
        more.setVisible(next != null);
        readAll.setVisible(shown.stream().anyMatch(Message::unread));
        if (shown.isEmpty()) {
            var empty = new Paragraph(getTranslation("berichten.geen"));
            empty.addClassName("lb-empty");
            list.add(empty);
            return;
        }
        part("berichten.ongelezen", shown.stream().filter(Message::unread).toList());
        part("berichten.gelezen", shown.stream().filter(each -> !each.unread()).toList());
    }

    private void part(String title, List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        var part = new Section(new H2(getTranslation(title)));
        var byDay = new LinkedHashMap<LocalDate, List<Message>>();
        messages.forEach(message -> byDay.computeIfAbsent(Dates.day(message.at()), day -> new ArrayList<>())
                .add(message));
        byDay.forEach((day, ofDay) -> {
            var lines = new UnorderedList();
            lines.addClassName("lb-message-list");
            ofDay.forEach(message -> lines.add(new ListItem(line(message))));
            part.add(new H3(inWords(day)), lines);
        });
        list.add(part);
    }

    private Component line(Message message) {
        var icon = new Icon(icon(message.kind()));
        icon.getElement().setAttribute("aria-hidden", "true");
        var title = new Span(getTranslation("berichten.soort." + message.kind()));
        title.addClassName("lb-message-title");
        var about = new Span(about(message));
        about.addClassName("lb-message-about");
        var words = new Span(title, about);
        words.addClassName("lb-message-words");
        var at = new Span(time(message.at()));
        at.addClassName("lb-quiet");
        var line = new NativeButton("", click -> open(message));
        line.getElement().setAttribute("type", "button");
        line.addClassName("lb-message");
        if (message.unread()) {
            line.addClassName("lb-message-unread");
            var unread = new Span(getTranslation("berichten.nieuw"));
            unread.addClassName("lb-visually-hidden");
            words.addComponentAsFirst(unread);
        }
        line.add(icon, words, at);
        return line;
    }

    private String about(Message message) {
        if (message.about() == null) {
            return message.hidden() ? getTranslation("berichten.verborgen") : "";
        }
        return message.about().stepName() == null
                ? message.about().youngPerson()
                : message.about().youngPerson() + " · " + message.about().stepName();
    }

    private void open(Message message) {
        box.read(current.get(), message.id());
        var about = message.about();
        if (message.kind() == MessageKind.MOVE_ARRIVED) {
            UI.getCurrent().navigate("verhuizingen");
        } else if (about == null) {
            load(shown.size());
        } else if (about.openTaskId() != null) {
            UI.getCurrent().navigate("taak/" + about.openTaskId());
        } else {
            UI.getCurrent().navigate("dossier/" + about.transferId() + page(message.kind()));
        }
    }

    /** The page of the dossier where one sees what a message is about. */
    private static String page(MessageKind kind) {
        return switch (kind) {
            case HANDOVER_SENT, HANDOVER_READ, HANDOVER_TAKEN_OVER, HANDOVER_RETURNED, HANDOVER_UNREAD -> "/overdracht";
            case MOVE_TAKEN_OVER, MOVE_REFUSED, MOVE_EXPIRED -> "/verhuizen";
            default -> "";
        };
    }

    private String inWords(LocalDate day) {
        return switch ((int) ChronoUnit.DAYS.between(day, dates.today())) {
            case 0 -> getTranslation("berichten.vandaag");
            case 1 -> getTranslation("berichten.gisteren");
            default -> dates.brief(day, getLocale());
        };
    }

    private static String time(Instant at) {
        return TIME.format(LocalTime.ofInstant(at, PlatformClock.ZONE));
    }

    private static VaadinIcon icon(MessageKind kind) {
        return switch (kind) {
            case TASK_CAME -> VaadinIcon.CHECK_SQUARE_O;
            case TASK_DUE_TOMORROW -> VaadinIcon.CLOCK;
            case TASK_LATE -> VaadinIcon.EXCLAMATION_CIRCLE_O;
            case TASK_TAKEN_AWAY -> VaadinIcon.BAN;
            case TAKES_PART -> VaadinIcon.USER_CHECK;
            case REPLACED -> VaadinIcon.EXCHANGE;
            case CONSENT_CHANGED, CONSENT_ENDS, CONSENT_BIRTHDAY -> VaadinIcon.KEY_O;
            case CONTACT_BUDGET_NEARLY, CONTACT_BUDGET_USED, HOURS_REQUESTED, HOURS_DECIDED -> VaadinIcon.HOURGLASS;
            case CONTACT_LOST, CONTACT_MISSED -> VaadinIcon.PHONE;
            case HANDOVER_SENT, HANDOVER_READ, HANDOVER_TAKEN_OVER, HANDOVER_RETURNED, HANDOVER_UNREAD ->
                VaadinIcon.HANDSHAKE;
            case MOVE_ARRIVED, MOVE_TAKEN_OVER, MOVE_REFUSED, MOVE_EXPIRED -> VaadinIcon.TRUCK;
        };
    }
}
