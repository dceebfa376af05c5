package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.LoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskSchedule;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Feel;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Every formula of the drawings can be parsed and reads only what the route knows. */
final class ExpressionCheck {

    /** What the platform gives to every transfer. */
    private static final Set<String> GIVEN = Set.of("ankers", "parameters", "transfer");

    private final Collection<DrawnProcess> processes;
    private final Set<String> known = new HashSet<>(GIVEN);
    private final Problems problems;

    ExpressionCheck(Collection<DrawnProcess> processes, Collection<Form> forms, Problems problems) {
        this.processes = processes;
        this.problems = problems;
        forms.stream()
                .flatMap(f -> f.questions().stream())
                .filter(FormField::processVariable)
                .map(FormField::key)
                .forEach(known::add);
        processes.forEach(this::declared);
    }

    static Set<String> variables(String expression) {
        return Feel.variables(expression);
    }

    private void declared(DrawnProcess drawn) {
        var model = drawn.model();
        model.getModelElementsByType(ZeebeScript.class).forEach(s -> known.add(s.getResultVariable()));
        model.getModelElementsByType(ZeebeInput.class).forEach(m -> known.add(m.getTarget()));
        model.getModelElementsByType(ZeebeOutput.class).forEach(m -> known.add(m.getTarget()));
        model.getModelElementsByType(ZeebeLoopCharacteristics.class).forEach(loop -> {
            known.add("loopCounter");
            known.add(loop.getInputElement());
            known.add(loop.getOutputCollection());
        });
    }

    void run() {
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
        if (!Extensions.isFeel(text)) {
            return;
        }
        String expression = text.substring(1).strip();
        String fault = Feel.fault(expression);
        if (fault != null) {
            problems.add(
                    drawn,
                    element,
                    capital(what) + " is niet te lezen: " + expression,
                    "Verbeter de FEEL-formule. De lezer zegt: " + fault);
            return;
        }
        for (String variable : variables(expression)) {
            if (!known.contains(variable)) {
                problems.add(
                        drawn,
                        element,
                        capital(what) + " kijkt naar '" + variable + "', maar geen formulier van de route vraagt dat.",
                        "Zet bij het veld '" + variable
                                + "' de eigenschap procesvariabele op ja, of verbeter de naam. Uit kalender en"
                                + " instellingen leest u met ankers.… en parameters.…");
            }
        }
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
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
