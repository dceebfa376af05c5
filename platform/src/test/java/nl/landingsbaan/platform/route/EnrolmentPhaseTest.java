package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.WalkedPhase.NOTHING;
import static nl.landingsbaan.platform.route.WalkedPhase.leaves;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shared phase aanmelding on the real engine: what the law says about 1 april (seed 001, lines 360-378). */
class EnrolmentPhaseTest {

    private static WalkedPhase phase;

    @BeforeAll
    static void deploy() {
        phase = new WalkedPhase("aanmelding");
    }

    @Test
    void remindersComeThirtyFourteenAndThreeDaysBeforeTheFirstOfApril() {
        LocalDate deadline = phase.today().plusDays(60);
        var jongere = phase.enter(Map.of("aanmelddeadline", deadline));
        assertThat(jongere.due("aanmelding_mbo")).isEqualTo(deadline);
        for (int days : new int[] {30, 14, 3}) {
            phase.moveTo(deadline.minusDays(days + 1));
            jongere.hasNo("aanmelding_herinneren");
            phase.moveTo(deadline.minusDays(days));
            jongere.complete("aanmelding_herinneren", NOTHING);
        }
        jongere.complete("aanmelding_mbo", Map.of("aangemeld_op", deadline.toString()));
        leaves(jongere, Map.of("aanmelding_signaal", "op_tijd", "recht_op_studiekeuzeadvies", true, "voorrang", true));
    }

    @Test
    void aReminderGoesWhenTheYoungPersonHasEnrolled() {
        LocalDate deadline = phase.today().plusDays(40);
        var jongere = phase.enter(Map.of("aanmelddeadline", deadline));
        jongere.due("aanmelding_mbo");
        phase.moveTo(deadline.minusDays(30));
        jongere.due("aanmelding_herinneren");
        jongere.complete("aanmelding_mbo", Map.of("aangemeld_op", phase.today().toString()));
        jongere.loses("aanmelding_herinneren");
        leaves(jongere, Map.of("aanmelding_signaal", "op_tijd"));
    }

    @Test
    void whoIsLateAndOfSchoolAgeStaysAdmissibleButLosesAdviceAndPriority() {
        LocalDate deadline = phase.today().plusDays(2);
        var jongere = phase.enter(Map.of("aanmelddeadline", deadline));
        jongere.due("aanmelding_mbo");
        phase.moveTo(deadline.plusDays(1));
        jongere.complete("aanmelding_te_laat_plan", NOTHING);
        jongere.complete(
                "aanmelding_mbo", Map.of("aangemeld_op", deadline.plusDays(5).toString()));
        jongere.complete("aanmelding_gevolgen", Map.of("leerplichtig", "ja"));
        leaves(
                jongere,
                Map.of(
                        "aanmelding_signaal",
                        "te_laat_leerplichtig",
                        "recht_op_studiekeuzeadvies",
                        false,
                        "voorrang",
                        false));
    }

    @Test
    void whoIsLateAndNoLongerOfSchoolAgeMayBeRefusedAndThenLooksForAnotherCourse() {
        LocalDate deadline = phase.today().minusDays(20);
        var jongere = phase.enter(Map.of("aanmelddeadline", deadline));
        assertThat(jongere.due("aanmelding_mbo")).isEqualTo(phase.today().plusDays(7));
        jongere.complete("aanmelding_mbo", Map.of("aangemeld_op", phase.today().toString()));
        jongere.complete("aanmelding_gevolgen", Map.of("leerplichtig", "nee"));
        jongere.complete("aanmelding_toelating_vragen", Map.of("toelating_na_deadline", "nee"));
        jongere.complete("aanmelding_andere", NOTHING);
        jongere.complete("aanmelding_mbo", Map.of("aangemeld_op", phase.today().toString()));
        jongere.complete("aanmelding_gevolgen", Map.of("leerplichtig", "nee"));
        jongere.complete("aanmelding_toelating_vragen", Map.of("toelating_na_deadline", "ja"));
        leaves(jongere, Map.of("aanmelding_signaal", "te_laat_toegelaten", "voorrang", false));
    }
}
