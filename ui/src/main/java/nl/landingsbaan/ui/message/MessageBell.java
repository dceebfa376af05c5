package nl.landingsbaan.ui.message;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import nl.landingsbaan.platform.notify.MessageBox;
import nl.landingsbaan.platform.notify.MessageFeed;
import nl.landingsbaan.ui.shell.CurrentActor;
import nl.landingsbaan.ui.shell.LiveScreens;

/** Leads to the messages, and says how many are unread while one is looking. */
public class MessageBell extends Anchor {

    private final transient MessageBox box;
    private final transient MessageFeed feed;
    private final transient LiveScreens live;
    private final CurrentActor current;
    private final Span count = new Span();
    private transient MessageFeed.Subscription subscription;

    public MessageBell(MessageBox box, MessageFeed feed, LiveScreens live, CurrentActor current) {
        this.box = box;
        this.feed = feed;
        this.live = live;
        this.current = current;
        setHref("berichten");
        addClassName("lb-bell");
        var bell = new Icon(VaadinIcon.BELL_O);
        bell.getElement().setAttribute("aria-hidden", "true");
        count.addClassName("lb-bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        add(bell, count);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var me = current.get();
        var refresher = live.refresher(event.getUI(), this::show);
        subscription = feed.subscribe(change -> {
            if (change.accountId() == me.accountId() && change.regionId() == me.regionId()) {
                refresher.run();
            }
        });
        show();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.close();
    }

    private void show() {
        current.find().ifPresent(me -> {
            var unread = box.unread(me);
            var shown = unread < MessageBox.COUNTED_AT_MOST ? Integer.toString(unread) : "99+";
            count.setText(shown);
            count.setVisible(unread > 0);
            getElement()
                    .setAttribute(
                            "aria-label",
                            unread == 0 ? getTranslation("berichten.titel") : getTranslation("berichten.bel", shown));
        });
    }
}
