package nl.landingsbaan.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.About;
import nl.landingsbaan.platform.task.TaskWatch;
import nl.landingsbaan.platform.transfer.TransferNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people read of what they were told: each as its reader may see it at the moment of reading. */
@Service
@Transactional
public class MessageBox {

    /** Nobody counts further. */
    public static final int COUNTED_AT_MOST = 100;

    static final String PAGE = "SELECT id, kind, transfer_id, task_id, at, seen FROM message"
            + " WHERE region_id = :region AND account_id = :account AND seen = :seen"
            + " AND (at < :at OR (at = :at AND id < :id)) ORDER BY at DESC, id DESC LIMIT :limit";
    static final String UNREAD = "SELECT COUNT(*) FROM (SELECT id FROM message"
            + " WHERE region_id = ? AND account_id = ? AND seen = 0 LIMIT " + COUNTED_AT_MOST + ") unread";

    private static final Timestamp END = Timestamp.valueOf("9999-01-01 00:00:00");

    private final JdbcClient jdbc;
    private final TransferNames names;
    private final TaskWatch tasks;
    private final MessageFeed feed;
    private final Clock clock;

    MessageBox(JdbcClient jdbc, TransferNames names, TaskWatch tasks, MessageFeed feed, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.tasks = tasks;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * A page of the actor's messages: what is unread first, and in each part the newest first.
     *
     * @param from where the page before ended; null for the first
     */
    @Transactional(readOnly = true)
    public MessagePage page(Actor actor, MessagePosition from, int limit) {
        var lines = new ArrayList<Line>();
        if (from == null || from.unread()) {
            lines.addAll(lines(actor, false, from, limit + 1));
        }
        if (lines.size() <= limit) {
            lines.addAll(lines(actor, true, from == null || from.unread() ? null : from, limit + 1 - lines.size()));
        }
        var shown = messages(actor, lines.subList(0, Math.min(limit, lines.size())));
        return new MessagePage(shown, lines.size() > limit ? shown.getLast().position() : null);
    }

    /** How many messages the actor has not read; no further than {@link #COUNTED_AT_MOST}. */
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return jdbc.sql(UNREAD)
                .params(actor.regionId(), actor.accountId())
                .query(Integer.class)
                .single();
    }

    /** The actor has read a message. Somebody else's, or one that is not there, is left alone. */
    public void read(Actor actor, long messageId) {
        read(actor, " AND id = :id", messageId);
    }

    /** The actor has read every message up to this one. */
    public void readAll(Actor actor) {
        read(actor, "", 0);
    }

    private void read(Actor actor, String which, long id) {
        var read = jdbc.sql("UPDATE message SET seen = 1, read_at = :now WHERE region_id = :region"
                        + " AND account_id = :account AND seen = 0" + which)
                .param("now", Timestamp.from(clock.instant()))
                .param("region", actor.regionId())
                .param("account", actor.accountId())
                .param("id", id)
                .update();
        if (read > 0) {
            feed.changed(new MessagesChanged(actor.regionId(), actor.accountId()));
        }
    }

    /** How many of the messages of a mail its reader has not read and still may see; no further than anybody counts. */
    @Transactional(readOnly = true)
    int toTell(Actor reader, long mailId) {
        var lines = jdbc.sql("SELECT id, kind, transfer_id, task_id, at, seen FROM message"
                        + " WHERE mail_id = ? AND seen = 0 LIMIT " + COUNTED_AT_MOST)
                .param(mailId)
                .query((rs, n) -> line(rs))
                .list();
        return (int) messages(reader, lines).stream()
                .filter(message -> !message.hidden())
                .count();
    }

    private List<Line> lines(Actor actor, boolean seen, MessagePosition from, int limit) {
        return jdbc.sql(PAGE)
                .param("region", actor.regionId())
                .param("account", actor.accountId())
                .param("seen", seen)
                .param("at", from == null ? END : Timestamp.from(from.at()))
                .param("id", from == null ? 0 : from.id())
                .param("limit", limit)
                .query((rs, n) -> line(rs))
                .list();
    }

    private static Line line(ResultSet rs) throws SQLException {
        return new Line(
                rs.getLong(1),
                rs.getString(2),
                rs.getObject(3, Long.class),
                rs.getObject(4, Long.class),
                rs.getTimestamp(5),
                rs.getBoolean(6));
    }

    private List<Message> messages(Actor actor, List<Line> lines) {
        var visible = names.of(
                actor,
                lines.stream().map(Line::transfer).filter(Objects::nonNull).collect(Collectors.toSet()));
        var glimpses = tasks.glimpses(
                actor, lines.stream().map(Line::task).filter(Objects::nonNull).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> {
                    var about = about(
                            line,
                            line.transfer == null ? null : visible.get(line.transfer),
                            line.task == null ? null : glimpses.get(line.task));
                    return new Message(
                            line.id,
                            MessageKind.valueOf(line.kind),
                            line.at.toInstant(),
                            !line.seen,
                            about,
                            line.transfer != null && about == null);
                })
                .toList();
    }

    private static Message.About about(Line line, String name, TaskWatch.Glimpse task) {
        var open = task != null && task.open();
        var ofGroup = task != null && task.about() instanceof About.Group;
        if (name == null && !open && !ofGroup) {
            return null;
        }
        return new Message.About(
                line.transfer,
                name != null ? name : task.about().name(),
                name != null,
                task == null ? null : task.stepName(),
                open ? line.task : null);
    }

    private record Line(long id, String kind, Long transfer, Long task, Timestamp at, boolean seen) {}
}
