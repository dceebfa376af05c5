package nl.landingsbaan.platform.route;

import java.util.List;

/**
 * What is static about a step of a route version.
 *
 * @param processId the drawn process, unprefixed
 * @param phase code of the phase in which the step lies (for a phase: its own code); null outside phases
 * @param position order of the flow, from 0
 * @param roles codes of the roles that may do or report this; empty for phases and outcomes
 * @param formId form to fill in; null for phases and outcomes
 * @param why why this step is there, for the professional; may be null
 * @param messageName name of the message as the engine knows it, with the region's prefix; null unless MESSAGE or TELLING
 * @param outcome code of the outcome; null unless OUTCOME or GROUP_OUTCOME
 * @param handover which side of the warm handover this task is; null for every other step
 * @param group code of the groups for which a young person is up in here, or that tell this message; mostly null
 * @param members FEEL over the marks of a group's members, without the equals sign: who is told; null: every member, and for
 *     every other step
 */
public record Step(
        long id,
        long routeVersionId,
        String processId,
        String elementId,
        StepKind kind,
        String name,
        String phase,
        String phaseName,
        int position,
        List<String> roles,
        String formId,
        String why,
        String messageName,
        String outcome,
        HandoverSide handover,
        String group,
        String members) {}
