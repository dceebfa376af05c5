package nl.landingsbaan.proof.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Runs in the broker: writes what the engine does to a file, a line for each record, its parts with tabs between. Ids, codes and
 * instants only; of the variables no more than whose way an instance is, which a migrated one does not repeat.
 */
public final class RecordFile implements Exporter {

    /** Argument with the file's path. */
    public static final String FILE = "file";

    private static final String TRANSFER = "transfer";

    private Path file;
    private Controller controller;
    private Writer writer;

    @Override
    public void configure(Context context) {
        file = Path.of(context.getConfiguration().getArguments().get(FILE).toString());
    }

    @Override
    public void open(Controller controller) {
        this.controller = controller;
        try {
            writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void export(Record<?> record) {
        if (record.getRecordType() == RecordType.EVENT) {
            switch (record.getValue()) {
                case ProcessInstanceRecordValue element ->
                    write(
                            record,
                            "ELEMENT",
                            element.getBpmnProcessId(),
                            element.getElementId(),
                            element.getBpmnElementType(),
                            element.getProcessInstanceKey());
                case VariableRecordValue variable
                when variable.getName().equals(TRANSFER) && record.getIntent() != VariableIntent.MIGRATED ->
                    write(record, "TRANSFER", variable.getProcessInstanceKey(), variable.getValue());
                case TimerRecordValue timer -> write(record, "TIMER", timer.getDueDate());
                case JobRecordValue job -> write(record, "JOB", job.getType(), job.getRetries());
                case IncidentRecordValue incident ->
                    write(
                            record,
                            "INCIDENT",
                            incident.getBpmnProcessId(),
                            incident.getElementId(),
                            incident.getProcessInstanceKey(),
                            incident.getErrorType(),
                            incident.getErrorMessage());
                default -> {
                    // the rest is not asked for
                }
            }
        }
        controller.updateLastExportedRecordPosition(record.getPosition());
    }

    private void write(Record<?> record, String kind, Object... parts) {
        try {
            writer.write(kind
                    + '\t'
                    + record.getTimestamp()
                    + '\t'
                    + record.getIntent().name()
                    + '\t'
                    + record.getKey()
                    + '\t'
                    + Arrays.stream(parts)
                            .map(part -> String.valueOf(part).replaceAll("\\s+", " "))
                            .collect(Collectors.joining("\t"))
                    + '\n');
            // A line is read as soon as it stands there.
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
