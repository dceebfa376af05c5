package nl.landingsbaan.platform.route;

import static nl.landingsbaan.platform.route.DrawnDecisions.DMN;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.LoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.Feel;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import nl.landingsbaan.platform.route.Formulas.Place;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Element;

/** Every formula of the drawings and decisions can be parsed and reads only what the route knows. */
final class ExpressionCheck {

    /** What the platform gives to every transfer, and to every group. */
    private static final Set<String> GIVEN = Set.of(
            "ankers",
            "parameters",
            EngineVocabulary.TRANSFER,
            EngineVocabulary.GROUP_PART,
            EngineVocabulary.SCHOOL_YEAR);

    /** After the key of a field that asks for members: how many were chosen. */
    private static final String COUNT = "_aantal";

    private final Collection<DrawnProcess> processes;
    private final Collection<DrawnDecisions> decisions;
    private final Set<String> known = new HashSet<>(GIVEN);
    private final Formulas formulas;
    private final Problems problems;

    ExpressionCheck(
            Collection<DrawnProcess> processes,
            Collection<DrawnDecisions> decisions,
            Collection<Form> forms,
            Catalogue catalogue,
            boolean allFormsRead,
            Problems problems) {
        this.processes = processes;
        this.decisions = decisions;
        this.formulas = new Formulas(known, catalogue, allFormsRead, problems);
        this.problems = problems;
        forms.stream()
                .flatMap(f -> f.questions().stream())
                .filter(FormField::processVariable)
                .map(FormField::key)
                .forEach(known::add);
        forms.stream()
                .flatMap(f -> f.questions().stream())
                .filter(FormField::asksForMembers)
                .map(field -> field.key() + COUNT)
                .forEach(known::add);
        processes.forEach(this::declared);
    }

    static Set<String> variables(String expression) {
        return Feel.variables(expression);
    }

    private void declared(DrawnProcess drawn) {
        var model = drawn.model();
        model.getModelElementsByType(ZeebeScript.class).forEach(s -> known.add(s.getResultVariable()));
        model.getModelElementsByType(ZeebeCalledDecision.class).forEach(d -> known.add(d.getResultVariable()));
        model.getModelElementsByType(ZeebeInput.class).forEach(m -> known.add(m.getTarget()));
        model.getModelElementsByType(ZeebeOutput.class).forEach(m -> known.add(m.getTarget()));
        model.getModelElementsByType(ZeebeLoopCharacteristics.class).forEach(loop -> {
            known.add("loopCounter");
            known.add(loop.getInputElement());
            known.add(loop.getOutputCollection());
        });
    }

    void run() {
        decisions.forEach(this::decisions);
        for (DrawnProcess drawn : processes) {
            var model = drawn.model();
            for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
                if (flow.getConditionExpression() != null) {
                    BaseElement at = flow.getSource() == null ? flow : flow.getSource();
                    formula(
                            drawn,
                            at,
                            "de voorwaarde",
                            flow.getConditionExpression().getTextContent());
                }
            }
            for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
                BaseElement event = (BaseElement) timer.getParentElement();
                var moments = Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                        .filter(m -> m != null && !m.getTextContent().isBlank())
                        .toList();
                if (moments.size() != 1) {
                    problems.add(
                            drawn, event, "Bij deze klok staat geen moment.", "Vul één datum, duur of herhaling in.");
                }
                moments.forEach(m -> formula(drawn, event, "het moment", m.getTextContent()));
                if (moments.stream()
                        .anyMatch(m -> m != timer.getTimeDate() && Moments.readsAnchors(m.getTextContent()))) {
                    problems.add(
                            drawn,
                            event,
                            "Deze klok rekent een duur of herhaling uit met een anker. Zo schuift zij niet mee als de regio"
                                    + " die dag verzet.",
                            "Schrijf er een datum van ('Date'): =date and time(date(ankers.…) + …, time(\"06:00:00@Europe/Amsterdam\")).");
                }
            }
            for (ZeebeTaskSchedule schedule : model.getModelElementsByType(ZeebeTaskSchedule.class)) {
                if (schedule.getDueDate() != null) {
                    formula(drawn, owner(schedule), "de uiterste datum", schedule.getDueDate());
                }
            }
            for (ZeebeScript script : model.getModelElementsByType(ZeebeScript.class)) {
                formula(drawn, owner(script), "het script", script.getExpression());
            }
            for (ZeebeInput input : model.getModelElementsByType(ZeebeInput.class)) {
                formula(drawn, owner(input), "de invoer", input.getSource());
            }
            for (ZeebeLoopCharacteristics loop : model.getModelElementsByType(ZeebeLoopCharacteristics.class)) {
                formula(drawn, owner(loop), "de herhaling", loop.getInputCollection());
            }
        }
    }

    private void formula(DrawnProcess drawn, BaseElement element, String what, String value) {
        String text = value == null ? "" : value.strip();
        if (Extensions.isFeel(text)) {
            var at = new Place(drawn.file(), element.getId(), element.getAttributeValue("name"));
            formulas.expression(at, what, text.substring(1).strip(), Set.of());
        }
    }

    // Decisions

    private void decisions(DrawnDecisions drawn) {
        var results = new HashMap<String, String>();
        drawn.decisions().forEach(decision -> results.put(decision.id(), decision.resultName()));
        for (var decision : drawn.decisions()) {
            var at = new Place(drawn.file(), decision.id(), decision.name());
            var required = new HashSet<String>();
            for (var reference : Xml.elements(decision.element(), DMN, "requiredDecision")) {
                var id = reference.getAttribute("href").replaceFirst("^#", "");
                if (results.containsKey(id)) {
                    required.add(results.get(id));
                } else {
                    problems.add(
                            at.file(),
                            at.elementId(),
                            at.elementName(),
                            "Deze beslissing bouwt op '" + id + "', en die staat niet in dit bestand.",
                            "Zet beide beslissingen in één bestand, of haal de pijl weg.");
                }
            }
            decision(at, decision.element(), required);
        }
    }

    private void decision(Place at, Element decision, Set<String> required) {
        for (var input : Xml.elements(decision, DMN, "inputExpression")) {
            var column = ((Element) input.getParentNode()).getAttribute("label");
            var what = column.isBlank() ? "een kolom van de tabel" : "de kolom '" + column + "'";
            if (text(input).isEmpty()) {
                problems.add(
                        at.file(),
                        at.elementId(),
                        at.elementName(),
                        "Bij " + what + " staat niet waarnaar zij kijkt.",
                        "Vul bij de kolom als expressie de sleutel van een veld in.");
            } else {
                formulas.expression(at, what, text(input), required);
            }
        }
        for (var cell : Xml.elements(decision, DMN, "inputEntry")) {
            if (!text(cell).isEmpty() && !text(cell).equals("-")) {
                formulas.test(at, "een voorwaarde in de tabel", text(cell), required);
            }
        }
        for (var kind : List.of("outputEntry", "defaultOutputEntry", "literalExpression")) {
            for (var result : Xml.elements(decision, DMN, kind)) {
                if (!text(result).isEmpty()) {
                    formulas.expression(at, "een uitkomst", text(result), required);
                }
            }
        }
    }

    private static String text(Element expression) {
        return Xml.children(expression, DMN, "text").stream()
                .map(Element::getTextContent)
                .collect(Collectors.joining())
                .strip();
    }

    /** The element of the drawing in whose extensions this stands. */
    private static BaseElement owner(ModelElementInstance extension) {
        ModelElementInstance e = extension;
        while (!(e instanceof FlowElement) && e.getParentElement() != null) {
            e = e.getParentElement();
        }
        if (e instanceof LoopCharacteristics loop) {
            return (BaseElement) loop.getParentElement();
        }
        return (BaseElement) e;
    }
}
