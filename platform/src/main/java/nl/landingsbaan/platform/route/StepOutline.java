package nl.landingsbaan.platform.route;

import java.util.List;

/** A step as it stands in the drawing, before it is stored; see {@link Step}. */
record StepOutline(
        String processId,
        String elementId,
        StepKind kind,
        String name,
        String phase,
        String phaseName,
        List<String> roles,
        String formId,
        String why,
        String messageName,
        String outcome,
        HandoverSide handover,
        String group,
        String members) {}
