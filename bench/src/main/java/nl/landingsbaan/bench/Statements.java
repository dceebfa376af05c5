package nl.landingsbaan.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Catches the statements that the platform really runs through JDBC, and has the database explain them. */
final class Statements {

    private static final String PACKAGE = "org.springframework.jdbc.core";
    private static final Pattern SQL = Pattern.compile("Executing prepared SQL statement \\[(.*)]", Pattern.DOTALL);
    private static final Pattern VALUE =
            Pattern.compile("parameter value \\[(.*)], value class \\[(.*)], SQL type", Pattern.DOTALL);

    private Statements() {}

    /** Runs the action and returns its statements with their values. */
    static List<String> of(Runnable action) {
        var caught = new ArrayList<String>();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                take(caught, event.getFormattedMessage());
            }
        };
        appender.start();
        var logger = (Logger) LoggerFactory.getLogger(PACKAGE);
        logger.setAdditive(false);
        logger.setLevel(Level.TRACE);
        logger.addAppender(appender);
        try {
            action.run();
        } finally {
            logger.detachAppender(appender);
            logger.setLevel(null);
            logger.setAdditive(true);
        }
        return caught;
    }

    /** How the database goes about a statement: one line for each table. */
    static List<String> explain(JdbcTemplate jdbc, String sql) {
        return jdbc.query(
                "EXPLAIN " + sql,
                (row, number) -> "%s: type %s, key %s, rows %s, %s"
                        .formatted(
                                row.getString("table"),
                                row.getString("type"),
                                row.getString("key"),
                                row.getString("rows"),
                                row.getString("Extra")));
    }

    private static void take(List<String> caught, String message) {
        var sql = SQL.matcher(message);
        if (sql.find()) {
            caught.add(sql.group(1));
            return;
        }
        var value = VALUE.matcher(message);
        if (value.find() && !caught.isEmpty()) {
            var literal =
                    value.group(2).startsWith("java.lang.") && !value.group(2).endsWith("String")
                            ? value.group(1)
                            : "'" + value.group(1) + "'";
            caught.add(caught.removeLast().replaceFirst("\\?", Matcher.quoteReplacement(literal)));
        }
    }
}
