package nl.landingsbaan.ui.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.landingsbaan.platform.transfer.GivenAnswer;
import nl.landingsbaan.ui.dossier.AnswerSheet.Line;
import org.junit.jupiter.api.Test;

class AnswerSheetTest {

    private static final Instant MAY = Instant.parse("2026-05-04T10:00:00.000200Z");
    private static final Instant JUNE = Instant.parse("2026-06-08T10:00:00.000200Z");

    @Test
    void answersOfOneSittingAreOneSheetInTheOrderOfTheForm() {
        var sheets = AnswerSheet.of(List.of(
                answer("gesprek", "verslag", "Gaat goed", 7L, MAY),
                answer("gesprek", "datum", "4 mei", 7L, MAY.minusNanos(90_000))));

        assertThat(sheets).hasSize(1);
        assertThat(sheets.getFirst().lines())
                .containsExactly(new Line("datum", "4 mei", false), new Line("verslag", "Gaat goed", false));
    }

    @Test
    void anEarlierAnswerToTheSameQuestionStaysAndIsMarked() {
        var sheets = AnswerSheet.of(List.of(
                answer("intakedatum", "datum", "12 juni", null, JUNE),
                answer("intakedatum", "datum", "9 juni", null, MAY)));

        assertThat(sheets).hasSize(2);
        assertThat(sheets.getFirst().lines()).containsExactly(new Line("datum", "12 juni", false));
        assertThat(sheets.getLast().lines()).containsExactly(new Line("datum", "9 juni", true));
    }

    @Test
    void theSameQuestionInAnotherFormIsAnotherQuestion() {
        var sheets = AnswerSheet.of(List.of(
                answer("startcheck", "mbo", "Yuverta", 9L, JUNE),
                answer("intakegesprek", "mbo", "Rijn IJssel", 7L, MAY)));

        assertThat(sheets).allMatch(sheet -> !sheet.lines().getFirst().replaced());
    }

    private static GivenAnswer answer(String form, String key, String text, Long task, Instant at) {
        return new GivenAnswer(key, key, text, form, task, "Coach", at);
    }
}
