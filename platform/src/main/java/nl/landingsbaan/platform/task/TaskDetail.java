package nl.landingsbaan.platform.task;

import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.route.HandoverSide;
import nl.landingsbaan.platform.transfer.Participant;

/**
 * A task to work on.
 *
 * @param why why this task is there, as the region's drawing says
 * @param choices the choices of the form by source
 * @param draft what was typed before and not sent; empty when nothing
 * @param handover which side of the warm handover the task is; null for every other task
 * @param state open, or why it cannot be completed any more
 */
public record TaskDetail(
        TaskSummary summary,
        String why,
        Form form,
        Map<String, List<Choice>> choices,
        Map<String, Object> draft,
        List<Participant> people,
        HandoverSide handover,
        TaskState state) {}
