package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.EventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.ScriptTask;
import io.camunda.zeebe.model.bpmn.instance.SendTask;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.ThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeExecutionListeners;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskListeners;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormDisagrees;
import nl.landingsbaan.platform.form.FormField;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What the platform asks of a route before it takes it: everything that would otherwise fail while people work. */
final class RouteCheck {

    private static final Pattern PROCESS_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]*");

    private final String rootProcessId;
    private final Map<String, DrawnProcess> processes;
    private final List<DrawnDecisions> decisions;
    private final boolean allDecisionsRead;
    private final Map<String, Form> forms;
    private final Catalogue catalogue;
    private final Set<String> unreadableForms;
    private final Set<String> roleCodes;
    private final List<GroupProcess> groups;
    private final GroupCheck groupCheck;
    private final Problems problems;

    RouteCheck(
            RouteBundle bundle,
            Map<String, DrawnProcess> processes,
            List<DrawnDecisions> decisions,
            Map<String, Form> forms,
            Set<String> roleCodes,
            Problems problems) {
        this.rootProcessId = bundle.rootProcessId();
        this.processes = processes;
        this.decisions = decisions;
        this.allDecisionsRead = decisions.size() == bundle.decisions().size();
        this.forms = forms;
        this.catalogue = bundle.catalogue();
        this.unreadableForms = new HashSet<>(bundle.forms().keySet());
        this.unreadableForms.removeAll(forms.keySet());
        this.roleCodes = roleCodes;
        this.groups = bundle.groups();
        this.groupCheck = new GroupCheck(bundle, processes, forms, problems);
        this.problems = problems;
    }

    void run() {
        forms.values().forEach(this::form);
        DrawnProcess root = processes.get(rootProcessId);
        if (root == null && problems.none()) {
            problems.add(
                    null,
                    "Het hoofdproces '" + rootProcessId + "' zit niet bij de tekeningen.",
                    "Voeg de tekening toe, of wijs een ander proces aan als hoofdproces.");
        }
        Map<String, BaseElement> phases = new HashMap<>();
        for (DrawnProcess drawn : processes.values()) {
            if (!PROCESS_ID.matcher(drawn.id()).matches()) {
                problems.add(
                        drawn,
                        drawn.process(),
                        "Het proces-id '" + drawn.id() + "' bevat tekens die niet mogen.",
                        "Gebruik letters, cijfers, - en _, en begin met een letter.");
            }
            scope(drawn, drawn.process(), null);
            elements(drawn, phases);
        }
        if (root != null) {
            referral(root);
            circles(root.id(), new LinkedHashSet<>());
        }
        for (GroupProcess group : groups) {
            DrawnProcess drawn = processes.get(group.processId());
            if (drawn != null) {
                if (group.byHand()) {
                    startedBy(drawn, "een groep");
                }
                circles(drawn.id(), new LinkedHashSet<>());
            }
        }
        outcomes();
        groupCheck.run();
        new ExpressionCheck(
                        processes.values(), decisions, forms.values(), catalogue, unreadableForms.isEmpty(), problems)
                .run();
    }

    // Forms

    private void form(Form form) {
        String file = RouteReader.file(form.id());
        for (FormField field : form.questions()) {
            String name = "'" + field.label() + "' (" + field.key() + ")";
            if (field.processVariable() && (field.freeText() || field.special())) {
                problems.add(
                        file,
                        new FormDisagrees.Disagreement(
                                field.key(),
                                "Dit veld is " + (field.freeText() ? "vrije tekst" : "een bijzonder persoonsgegeven")
                                        + " en staat als procesvariabele. Dat mag nooit naar de procesmotor.",
                                "Haal procesvariabele weg in velden.yaml, of vraag iets anders: een gewone keuze,"
                                        + " datum, getal of vinkje."));
            }
            if (field.choiceSource() != null && field.choiceSource().startsWith("medewerkers.")) {
                role(file, name, field.choiceSource().substring("medewerkers.".length()));
            }
            if (field.participantRole() != null) {
                role(file, name, field.participantRole());
                if (field.choiceSource() == null) {
                    problems.add(
                            file,
                            "Het veld " + name
                                    + " wijst een deelnemer aan, maar biedt geen medewerkers of organisaties.",
                            "Geef het veld in velden.yaml als bron medewerkers.<rol> of organisaties.<soort>.");
                }
            }
            field.visibleTo().forEach(role -> role(file, name, role));
        }
        Set<String> keys = new HashSet<>();
        form.questions().forEach(f -> keys.add(f.key()));
        for (FormField field : form.fields()) {
            if (field.hideCondition() != null) {
                for (String variable : ExpressionCheck.variables(field.hideCondition())) {
                    if (!keys.contains(variable)) {
                        problems.add(
                                file,
                                "De voorwaarde bij '" + (field.asks() ? field.label() : field.key()) + "' kijkt naar '"
                                        + variable + "', maar dat veld staat niet in dit formulier.",
                                "Kijk de sleutel na, of voeg het veld toe.");
                    }
                }
            }
        }
    }

    private void role(String file, String field, String role) {
        if (!roleCodes.contains(role)) {
            problems.add(
                    file,
                    "Het veld " + field + " noemt de rol '" + role + "', maar die heeft de regio niet.",
                    otherRole(role));
        }
    }

    private String otherRole(String role) {
        return "Zeg onder 'rolverdeling' van de regio welke rol dat is ('" + role + ": ...'), of kies een van: "
                + String.join(", ", new TreeSet<>(roleCodes)) + ".";
    }

    // Flow

    private void scope(DrawnProcess drawn, BaseElement scope, String phase) {
        Flow flow = new Flow(scope);
        boolean isProcess = scope instanceof Process;
        String what = isProcess
                ? "Het proces '" + drawn.id() + "'"
                : phase == null ? "Dit subproces" : "De fase '" + phase + "'";
        boolean eventScope = scope instanceof SubProcess sub && sub.triggeredByEvent();
        List<FlowNode> begins =
                flow.starts().stream().filter(n -> !Flow.isEventSubProcess(n)).toList();
        if (begins.size() != 1) {
            problems.add(
                    drawn,
                    scope,
                    what + (begins.isEmpty() ? " heeft geen begin." : " heeft meer dan één begin."),
                    "Teken precies één startgebeurtenis.");
        } else if (!eventScope
                && !begins.getFirst()
                        .getChildElementsByType(EventDefinition.class)
                        .isEmpty()) {
            problems.add(
                    drawn,
                    begins.getFirst(),
                    what + " begint met een bericht of een tijdstip.",
                    "Teken een gewone startgebeurtenis (een leeg rondje).");
        }
        Set<String> reachable = flow.reachable();
        Set<String> ending = flow.ending();
        if (flow.ends().isEmpty()) {
            problems.add(
                    drawn,
                    scope,
                    what + " heeft geen einde.",
                    "Teken een eindgebeurtenis en laat de stappen daarop uitkomen.");
        } else if (begins.stream().noneMatch(n -> ending.contains(n.getId()))) {
            problems.add(
                    drawn,
                    scope,
                    what + " kan het einde nooit bereiken.",
                    "Trek een pijl van de laatste stap naar de eindgebeurtenis.");
        }
        for (FlowNode node : flow.nodes()) {
            if (!reachable.contains(node.getId())) {
                problems.add(
                        drawn,
                        node,
                        "Deze stap wordt nooit bereikt: er leidt geen weg heen vanaf het begin.",
                        "Trek een pijl naar deze stap, of haal de stap weg.");
            } else if (!flow.ends().isEmpty() && !ending.contains(node.getId()) && !Flow.isEventSubProcess(node)) {
                problems.add(
                        drawn,
                        node,
                        flow.hasNext(node)
                                ? "Vanaf deze stap komt de route nooit bij een einde."
                                : "Na deze stap loopt de route dood.",
                        "Trek een pijl naar een volgende stap of naar een eindgebeurtenis.");
            }
            if (node instanceof ExclusiveGateway choice
                    && choice.getOutgoing().size() > 1
                    && choice.getDefault() == null) {
                problems.add(
                        drawn,
                        choice,
                        "Deze keuze heeft geen standaardweg: als geen voorwaarde klopt, blijft de route hier hangen.",
                        "Maak één van de pijlen de standaardweg (default flow).");
            }
            if (node instanceof SubProcess sub) {
                scope(drawn, sub, Extensions.property(sub, Extensions.PHASE));
            }
        }
    }

    // Elements

    private void elements(DrawnProcess drawn, Map<String, BaseElement> phases) {
        for (FlowNode node : drawn.model().getModelElementsByType(FlowNode.class)) {
            runnable(drawn, node);
            switch (node) {
                case UserTask task -> userTask(drawn, task);
                case CallActivity call -> callActivity(drawn, call);
                case BusinessRuleTask rule -> businessRule(drawn, rule);
                case ReceiveTask receive -> message(drawn, receive, receive.getMessage());
                case CatchEvent event ->
                    event.getChildElementsByType(MessageEventDefinition.class)
                            .forEach(m -> message(drawn, event, m.getMessage()));
                default -> {
                    // nothing of its own to check
                }
            }
            phase(drawn, node, phases);
            place(drawn, node);
        }
    }

    private void runnable(DrawnProcess drawn, FlowNode node) {
        boolean job = node instanceof ServiceTask
                || node instanceof SendTask
                || node instanceof BusinessRuleTask rule && Extensions.single(rule, ZeebeCalledDecision.class) == null
                || node instanceof ScriptTask script && Extensions.single(script, ZeebeScript.class) == null
                || node instanceof ThrowEvent
                        && !groupCheck.tells(drawn, node)
                        && !node.getChildElementsByType(MessageEventDefinition.class)
                                .isEmpty()
                || !(node instanceof UserTask) && Extensions.single(node, ZeebeTaskDefinition.class) != null;
        if (job) {
            problems.add(
                    drawn,
                    node,
                    "Deze stap vraagt werk van een programma. Dat kan het platform niet uitvoeren.",
                    "Maak er een gebruikerstaak van, of een scripttaak met een FEEL-expressie.");
        }
        listeners(drawn, node);
    }

    private void listeners(DrawnProcess drawn, BaseElement element) {
        if (Extensions.single(element, ZeebeExecutionListeners.class) != null
                || Extensions.single(element, ZeebeTaskListeners.class) != null) {
            problems.add(
                    drawn,
                    element,
                    "Bij dit onderdeel staat een luisteraar (listener). Die voegt het platform zelf toe.",
                    "Haal de listeners weg.");
        }
    }

    private void userTask(DrawnProcess drawn, UserTask task) {
        if (task.getName() == null || task.getName().isBlank()) {
            problems.add(
                    drawn, task, "Deze taak heeft geen naam.", "Geef de taak een naam: zo staat zij in de takenlijst.");
        }
        String groups = Extensions.candidateGroups(task);
        if (groups == null) {
            problems.add(
                    drawn,
                    task,
                    "Bij deze taak staat niet welke rol haar doet.",
                    "Vul bij 'Candidate groups' een of meer rollen in.");
        } else if (Extensions.isFeel(groups)) {
            problems.add(
                    drawn,
                    task,
                    "De rol van deze taak is een formule. Dat kan niet: de rol moet vast in de tekening staan.",
                    "Vul bij 'Candidate groups' de code van een rol in, zonder '='.");
        } else {
            roles(drawn, task, groups);
        }
        String form = Extensions.formId(task);
        if (form == null) {
            problems.add(
                    drawn,
                    task,
                    "Deze taak heeft geen formulier.",
                    "Kies bij 'Form' een 'Camunda Form (linked)' en vul het id van het formulier in.");
        } else {
            formExists(drawn, task, form);
            handover(drawn, task, form);
        }
    }

    /** A handover says whether the young person was there, and is taken over or given back: whatever else a region asks. */
    private void handover(DrawnProcess drawn, UserTask task, String formId) {
        String word = Extensions.property(task, Extensions.HANDOVER);
        if (word == null) {
            return;
        }
        var side = HandoverSide.of(word);
        if (side.isEmpty()) {
            problems.add(
                    drawn,
                    task,
                    "De eigenschap 'overdracht' kent geen '" + word + "'.",
                    "Kies een van: verzonden, overgenomen.");
            return;
        }
        var asked = side.get() == HandoverSide.SENT
                ? List.of("jongere_aanwezig", "reden_zonder_jongere")
                : List.of("overdracht_besluit", "reden_teruggave");
        Form form = forms.get(formId);
        for (String key : asked) {
            if (form != null && form.field(key).filter(FormField::required).isEmpty()) {
                problems.add(
                        drawn,
                        task,
                        "Het formulier '" + formId + "' van deze overdracht vraagt niet (verplicht) naar '" + key
                                + "'.",
                        "Voeg het veld toe en maak het verplicht.");
            }
        }
    }

    private void roles(DrawnProcess drawn, BaseElement element, String list) {
        for (String role : Extensions.codes(list)) {
            if (!roleCodes.contains(role)) {
                problems.add(drawn, element, "De rol '" + role + "' heeft deze regio niet.", otherRole(role));
            }
        }
    }

    private void formExists(DrawnProcess drawn, BaseElement element, String formId) {
        if (!forms.containsKey(formId) && !unreadableForms.contains(formId)) {
            problems.add(
                    drawn,
                    element,
                    "Het formulier '" + formId + "' zit niet bij de route.",
                    "Voeg het bestand " + RouteReader.file(formId) + " toe, of kies een ander formulier.");
        }
    }

    private void callActivity(DrawnProcess drawn, CallActivity call) {
        ZeebeCalledElement called = Extensions.single(call, ZeebeCalledElement.class);
        String processId = called == null ? null : called.getProcessId();
        if (processId == null || processId.isBlank()) {
            problems.add(
                    drawn,
                    call,
                    "Hier staat niet welk proces wordt aangeroepen.",
                    "Vul bij 'Called element' het id van het proces in.");
        } else if (Extensions.isFeel(processId)) {
            problems.add(
                    drawn,
                    call,
                    "Welk proces wordt aangeroepen is een formule. Dat kan niet: een lopend traject moet op zijn eigen"
                            + " versie blijven.",
                    "Vul een vast proces-id in, zonder '='.");
        } else if (!processes.containsKey(processId)) {
            problems.add(
                    drawn,
                    call,
                    "Het aangeroepen proces '" + processId + "' zit niet bij de tekeningen, of is niet te lezen.",
                    "Voeg de tekening van dat proces toe.");
        }
    }

    private void businessRule(DrawnProcess drawn, BusinessRuleTask task) {
        ZeebeCalledDecision called = Extensions.single(task, ZeebeCalledDecision.class);
        if (called == null) {
            return; // said already: that is work of a program
        }
        String id = called.getDecisionId();
        if (id == null || id.isBlank()) {
            problems.add(
                    drawn,
                    task,
                    "Hier staat niet welke beslissing wordt genomen.",
                    "Vul bij 'Called decision' het id van de beslissing in.");
        } else if (Extensions.isFeel(id)) {
            problems.add(
                    drawn,
                    task,
                    "Welke beslissing wordt genomen is een formule. Dat kan niet: een lopend traject moet op zijn eigen"
                            + " versie blijven.",
                    "Vul een vast id in, zonder '='.");
        } else if (allDecisionsRead
                && decisions.stream()
                        .flatMap(file -> file.decisions().stream())
                        .noneMatch(each -> each.id().equals(id))) {
            problems.add(
                    drawn,
                    task,
                    "De beslissing '" + id + "' zit niet bij de route.",
                    "Voeg het DMN-bestand toe waarin zij staat, of verbeter het id.");
        }
        String result = called.getResultVariable();
        if (result == null || !VARIABLE.matcher(result).matches()) {
            problems.add(
                    drawn,
                    task,
                    result == null || result.isBlank()
                            ? "Hier staat niet onder welke naam de uitkomst verdergaat."
                            : "De uitkomst kan niet '" + result + "' heten.",
                    "Vul bij 'Result variable' een naam in van kleine letters, cijfers en _.");
        }
    }

    private void message(DrawnProcess drawn, FlowElement event, Message message) {
        String name = message == null ? null : message.getName();
        if (name == null || name.isBlank()) {
            problems.add(drawn, event, "Dit bericht heeft geen naam.", "Kies of maak een bericht met een naam.");
            return;
        }
        if (Extensions.isFeel(name) || !CODE.matcher(name).matches()) {
            problems.add(
                    drawn,
                    event,
                    "De berichtnaam '" + name + "' kan niet.",
                    "Gebruik kleine letters, cijfers, - en _, en geen formule.");
        }
        ZeebeSubscription subscription = Extensions.single(message, ZeebeSubscription.class);
        if (subscription == null
                || subscription.getCorrelationKey() == null
                || subscription.getCorrelationKey().isBlank()) {
            problems.add(
                    drawn,
                    event,
                    "Het bericht '" + name + "' zegt niet bij welk traject het hoort.",
                    "Vul bij 'Subscription correlation key' in: =transfer");
        } else if (!"=transfer".equals(subscription.getCorrelationKey().replace(" ", ""))) {
            problems.add(
                    drawn,
                    event,
                    "Het bericht '" + name + "' hoort bij '" + subscription.getCorrelationKey()
                            + "'. Het platform meldt berichten alleen per traject.",
                    "Vul bij 'Subscription correlation key' in: =transfer");
        }
        String roles = Extensions.property(event, Extensions.ROLES);
        if (roles == null && Extensions.property(event, Extensions.FROM_GROUP) != null) {
            return; // a group tells it, nobody fills anything in
        }
        if (roles == null) {
            problems.add(
                    drawn,
                    event,
                    "Bij dit bericht staat niet wie het mag melden.",
                    "Voeg de eigenschap 'rollen' toe met een of meer rollen.");
        } else {
            roles(drawn, event, roles);
        }
        String form = Extensions.property(event, Extensions.FORM);
        if (form == null) {
            problems.add(
                    drawn,
                    event,
                    "Bij dit bericht hoort geen formulier.",
                    "Voeg de eigenschap 'formulier' toe met het id van het formulier.");
        } else {
            formExists(drawn, event, form);
        }
    }

    private void place(DrawnProcess drawn, FlowNode node) {
        String code = Extensions.property(node, Extensions.PLACE);
        if (code == null) {
            return;
        }
        boolean stretch = node instanceof CallActivity || node instanceof SubProcess && !Flow.isEventSubProcess(node);
        if (!stretch) {
            problems.add(
                    drawn,
                    node,
                    "Alleen voor een subproces of een aangeroepen proces kan een plek nodig zijn.",
                    "Zet de eigenschap 'plek' op het subproces om deze stap heen.");
        }
        if (!CODE.matcher(code).matches()) {
            problems.add(
                    drawn,
                    node,
                    "De code '" + code + "' van de plek kan niet.",
                    "Gebruik kleine letters, cijfers, - en _.");
        }
    }

    private void phase(DrawnProcess drawn, FlowNode node, Map<String, BaseElement> phases) {
        String code = Extensions.property(node, Extensions.PHASE);
        if (code == null) {
            return;
        }
        if (!(node instanceof SubProcess) && !(node instanceof CallActivity)) {
            problems.add(
                    drawn,
                    node,
                    "Alleen een subproces of een aangeroepen proces kan een fase zijn.",
                    "Zet de eigenschap 'fase' op het subproces om deze stap heen.");
            return;
        }
        if (!CODE.matcher(code).matches()) {
            problems.add(
                    drawn, node, "De fasecode '" + code + "' kan niet.", "Gebruik kleine letters, cijfers, - en _.");
        }
        if (node.getName() == null || node.getName().isBlank()) {
            problems.add(drawn, node, "Deze fase heeft geen naam.", "Geef het subproces de naam van de fase.");
        }
        BaseElement other = phases.putIfAbsent(code, node);
        if (other != null) {
            problems.add(
                    drawn,
                    node,
                    "De fasecode '" + code + "' komt twee keer voor, ook bij '" + other.getAttributeValue("name")
                            + "'.",
                    "Geef elke fase een eigen code.");
        }
    }

    // The root

    private void referral(DrawnProcess root) {
        startedBy(root, "de route");
    }

    /** @param what starts there, as in "de start van ..." */
    private void startedBy(DrawnProcess root, String what) {
        root.process().getChildElementsByType(StartEvent.class).stream()
                .findFirst()
                .ifPresent(start -> {
                    String form = Extensions.formId(start);
                    if (form == null) {
                        problems.add(
                                root,
                                start,
                                "De start van " + what + " heeft geen aanmeldformulier.",
                                "Kies bij de startgebeurtenis een 'Camunda Form (linked)'.");
                    } else {
                        formExists(root, start, form);
                    }
                    String roles = Extensions.property(start, Extensions.ROLES);
                    if (roles == null) {
                        problems.add(
                                root,
                                start,
                                "Bij de start van " + what + " staat niet wie mag aanmelden.",
                                "Voeg de eigenschap 'rollen' toe met een of meer rollen.");
                    } else {
                        roles(root, start, roles);
                    }
                });
    }

    private void outcomes() {
        for (DrawnProcess drawn : processes.values()) {
            for (EndEvent end : drawn.model().getModelElementsByType(EndEvent.class)) {
                String code = Extensions.property(end, Extensions.OUTCOME);
                if (isRoot(drawn) && endsRoute(end.getParentElement())) {
                    if (code == null) {
                        problems.add(
                                drawn,
                                end,
                                "Bij dit einde van de route staat niet wat de uitkomst is.",
                                "Voeg de eigenschap 'uitkomst' toe, bijvoorbeeld afgerond of niet_gestart.");
                    } else if (!CODE.matcher(code).matches()) {
                        problems.add(
                                drawn,
                                end,
                                "De uitkomst '" + code + "' kan niet.",
                                "Gebruik kleine letters, cijfers, - en _.");
                    }
                } else if (code != null) {
                    problems.add(
                            drawn,
                            end,
                            "Dit einde heeft een uitkomst, maar de route gaat hier nog verder.",
                            "Zet de uitkomst op een einde van het hoofdproces, buiten de fasen.");
                }
            }
        }
    }

    private boolean isRoot(DrawnProcess drawn) {
        return RouteCompiler.Root.of(drawn.id(), rootProcessId, groups) != RouteCompiler.Root.NONE;
    }

    /** An end of the root process itself, or of an event sub-process that interrupts it. */
    private static boolean endsRoute(ModelElementInstance scope) {
        return scope instanceof Process
                || scope instanceof SubProcess sub
                        && sub.triggeredByEvent()
                        && sub.getParentElement() instanceof Process
                        && sub.getChildElementsByType(StartEvent.class).stream().allMatch(StartEvent::isInterrupting);
    }

    private void circles(String processId, Set<String> path) {
        DrawnProcess drawn = processes.get(processId);
        if (drawn == null) {
            return;
        }
        path.add(processId);
        for (CallActivity call : drawn.model().getModelElementsByType(CallActivity.class)) {
            ZeebeCalledElement called = Extensions.single(call, ZeebeCalledElement.class);
            if (called != null && path.contains(called.getProcessId())) {
                problems.add(
                        drawn,
                        call,
                        "Dit proces roept zichzelf aan, rechtstreeks of langs een omweg.",
                        "Teken een lus met een pijl terug, in plaats van een aanroep.");
            } else if (called != null) {
                circles(called.getProcessId(), new LinkedHashSet<>(path));
            }
        }
    }
}
