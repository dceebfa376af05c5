package nl.landingsbaan.ui.dossier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import nl.landingsbaan.platform.transfer.GivenAnswer;

/**
 * The answers that somebody gave at one moment in one form, in the order of the form.
 *
 * @param taskId the task in which the form was filled in; null at referral or for a reported event
 */
record AnswerSheet(String formId, Long taskId, String answeredBy, Instant answeredAt, List<Line> lines) {

    /** Answers of one form are stored within this time of each other. */
    private static final Duration ONE_SITTING = Duration.ofSeconds(2);

    /** An answer; {@code replaced} when the same question was answered again later. */
    record Line(String label, String text, boolean replaced) {}

    /** @param answers newest first */
    static List<AnswerSheet> of(List<GivenAnswer> answers) {
        var answered = new HashSet<String>();
        var sheets = new ArrayList<AnswerSheet>();
        for (var answer : answers) {
            if (sheets.isEmpty() || !sheets.getLast().holds(answer)) {
                sheets.add(new AnswerSheet(
                        answer.formId(), answer.taskId(), answer.answeredBy(), answer.answeredAt(), new ArrayList<>()));
            }
            sheets.getLast()
                    .lines
                    .addFirst(new Line(
                            answer.label(), answer.text(), !answered.add(answer.formId() + "/" + answer.fieldKey())));
        }
        return sheets;
    }

    private boolean holds(GivenAnswer answer) {
        return formId.equals(answer.formId())
                && Objects.equals(taskId, answer.taskId())
                && Objects.equals(answeredBy, answer.answeredBy())
                && Duration.between(answer.answeredAt(), answeredAt).compareTo(ONE_SITTING) <= 0;
    }
}
