package nl.landingsbaan.proof;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CreateProcessInstanceRequest;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.PublishMessageRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks for what is personal where it must not be: with the engine, in the outbox, in the log. */
final class PersonalTraces extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final List<String> PERSONAL =
            List.of(SchoolYearPass.MARK.toLowerCase(Locale.ROOT), SchoolYearPass.BIRTH_DATE.toString());

    /** A date, or a code or id as the platform writes them; numbers and booleans are none of these. */
    private static final Pattern DATE_OR_CODE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|[a-z0-9][a-z0-9_-]{0,39}");

    private final EngineTraffic traffic;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();
    private final Queue<String> inLog = new ConcurrentLinkedQueue<>();
    private final AtomicLong lines = new AtomicLong();

    PersonalTraces(EngineTraffic traffic, JdbcClient jdbc, TransactionTemplate transaction) {
        this.traffic = traffic;
        this.jdbc = jdbc;
        this.transaction = transaction;
        transaction.executeWithoutResult(status -> {
            jdbc.sql("CREATE TABLE outbox_seen (serialized_event TEXT NOT NULL)")
                    .update();
            jdbc.sql("CREATE TRIGGER outbox_watch AFTER INSERT ON EVENT_PUBLICATION FOR EACH ROW"
                            + " INSERT INTO outbox_seen VALUES (NEW.SERIALIZED_EVENT)")
                    .update();
        });
        setContext(root().getLoggerContext());
        start();
        root().addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.incrementAndGet();
        var text = event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        if (isPersonal(text)) {
            inLog.add(event.getLoggerName() + ": " + text);
        }
    }

    /** Lines of the log with something personal. */
    List<String> inLog() {
        return List.copyOf(inLog);
    }

    long linesOfLog() {
        return lines.get();
    }

    /** Requests and headers with something personal. */
    List<String> inTraffic() {
        return traffic.requests().stream()
                .map(Object::toString)
                .filter(PersonalTraces::isPersonal)
                .toList();
    }

    /** Values among the variables and messages that are no id, date, number, boolean or code. */
    List<String> looseTexts() {
        var variables = Stream.of(
                        traffic.requests(CreateProcessInstanceRequest.class).stream()
                                .map(CreateProcessInstanceRequest::getVariables),
                        traffic.requests(CompleteJobRequest.class).stream().map(CompleteJobRequest::getVariables),
                        traffic.requests(PublishMessageRequest.class).stream().map(PublishMessageRequest::getVariables))
                .flatMap(each -> each)
                .filter(each -> !each.isEmpty());
        var loose = new ArrayList<String>();
        variables.forEach(each -> collect("", json.readTree(each), loose));
        traffic.requests(PublishMessageRequest.class).forEach(message -> {
            if (!message.getName().matches("[a-z0-9-]+\\.[a-z0-9_-]+")
                    || !message.getCorrelationKey().matches("\\d+")) {
                loose.add(message.toString());
            }
        });
        return loose;
    }

    int transfersTold() {
        return traffic.requests(CreateProcessInstanceRequest.class).size();
    }

    /** Entries of the outbox with something personal. */
    List<String> inOutbox() {
        return jdbc.sql("SELECT serialized_event FROM outbox_seen").query(String.class).list().stream()
                .filter(PersonalTraces::isPersonal)
                .toList();
    }

    long entriesOfOutbox() {
        return jdbc.sql("SELECT COUNT(*) FROM outbox_seen").query(Long.class).single();
    }

    /** Files of the engine in which a text occurs, whatever its case. */
    static List<Path> filesWith(Path folder, String text) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                // One character for each byte, so that text is found between whatever stands around it.
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.toLowerCase(Locale.ROOT).contains(text)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    static List<String> personal() {
        return PERSONAL;
    }

    @Override
    public void close() {
        root().detachAppender(this);
        transaction.executeWithoutResult(
                status -> jdbc.sql("DROP TRIGGER outbox_watch").update());
    }

    private static boolean isPersonal(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return PERSONAL.stream().anyMatch(lower::contains);
    }

    private static void collect(String path, JsonNode node, List<String> loose) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                collect(path + "/" + property.getKey(), property.getValue(), loose);
            }
        } else if (node.isArray()) {
            node.forEach(each -> collect(path, each, loose));
        } else if (node.isString() && !DATE_OR_CODE.matcher(node.asString()).matches()) {
            loose.add(path + ": " + node.asString());
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
