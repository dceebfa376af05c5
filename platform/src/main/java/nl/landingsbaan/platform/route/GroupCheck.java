package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.IntermediateThrowEvent;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.ReceiveTask;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.landingsbaan.platform.form.Catalogue;
import nl.landingsbaan.platform.form.Feel;
import nl.landingsbaan.platform.form.FieldType;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.form.FormField;

/** What ties groups and young people together: who is up for a group, what a group tells and who listens, and what its forms ask. */
final class GroupCheck {

    private final Map<String, DrawnProcess> processes;
    private final Map<String, Form> forms;
    private final Catalogue catalogue;
    private final List<GroupProcess> groups;
    private final Set<String> ofTransfers;
    private final Set<String> ofGroups;
    private final Problems problems;

    GroupCheck(RouteBundle bundle, Map<String, DrawnProcess> processes, Map<String, Form> forms, Problems problems) {
        this.processes = processes;
        this.forms = forms;
        this.catalogue = bundle.catalogue();
        this.groups = bundle.groups();
        this.ofTransfers = Reach.of(bundle.rootProcessId(), processes);
        this.ofGroups = groups.stream()
                .flatMap(group -> Reach.of(group.processId(), processes).stream())
                .collect(Collectors.toSet());
        this.problems = problems;
    }

    /** Whether this is where a group tells its members something. */
    boolean tells(DrawnProcess drawn, FlowNode node) {
        return node instanceof IntermediateThrowEvent && ofGroups.contains(drawn.id()) && message(node) != null;
    }

    void run() {
        groups.forEach(this::group);
        for (DrawnProcess drawn : processes.values()) {
            for (FlowNode node : drawn.model().getModelElementsByType(FlowNode.class)) {
                upForGroup(drawn, node);
                fromGroup(drawn, node);
                if (ofGroups.contains(drawn.id())) {
                    inGroup(drawn, node);
                }
            }
        }
        forms.values().forEach(this::form);
    }

    private void group(GroupProcess group) {
        String called = "De groep '" + group.code() + "'";
        if (!processes.containsKey(group.processId())) {
            problems.add(
                    null,
                    called + " noemt het proces '" + group.processId() + "', en dat zit niet bij de tekeningen.",
                    "Voeg de tekening toe, of noem bij 'proces' een ander.");
        } else if (ofTransfers.contains(group.processId())) {
            problems.add(
                    processes.get(group.processId()),
                    processes.get(group.processId()).process(),
                    called + " heeft hetzelfde proces als een jongere.",
                    "Teken voor de groep een eigen proces.");
        }
        if (group.per() == null) {
            return;
        }
        var field = catalogue.field(group.per()).orElse(null);
        if (field == null
                || field.type() != FieldType.CHOICE && field.type() != FieldType.RADIO
                || field.choices().isEmpty()
                || !field.processVariable()) {
            problems.add(
                    null,
                    called + " is er per '" + group.per() + "', maar dat is geen keuzeveld met vaste keuzes dat een"
                            + " procesvariabele is.",
                    "Noem bij 'per' een veld van soort keuze, met 'procesvariabele: ja'.");
        }
    }

    private void upForGroup(DrawnProcess drawn, FlowNode node) {
        String code = Extensions.property(node, Extensions.GROUP);
        if (code == null) {
            return;
        }
        known(drawn, node, code);
        boolean stretch = node instanceof CallActivity || node instanceof SubProcess sub && !sub.triggeredByEvent();
        if (!stretch || !ofTransfers.contains(drawn.id())) {
            problems.add(
                    drawn,
                    node,
                    "Alleen in een subproces of aangeroepen proces van een jongere kan iemand lid van een groep zijn.",
                    "Zet de eigenschap 'groep' op het subproces om deze stap heen.");
        }
    }

    private void fromGroup(DrawnProcess drawn, FlowNode node) {
        String code = Extensions.property(node, Extensions.FROM_GROUP);
        if (code == null) {
            return;
        }
        known(drawn, node, code);
        String name = name(node);
        if (!(node instanceof CatchEvent) && !(node instanceof ReceiveTask) || name == null) {
            problems.add(
                    drawn,
                    node,
                    "Een groep kan hier niets vertellen: dit is geen bericht.",
                    "Zet de eigenschap 'van-groep' op een gebeurtenis die op een bericht wacht.");
        } else if (groups.stream()
                .filter(group -> group.code().equals(code))
                .noneMatch(group -> told(group).contains(name))) {
            problems.add(
                    drawn,
                    node,
                    "De groep '" + code + "' vertelt nergens '" + name + "'.",
                    "Teken in het proces van de groep een tussengebeurtenis die dit bericht stuurt, of kijk de naam na.");
        }
    }

    private void known(DrawnProcess drawn, FlowNode node, String code) {
        if (groups.stream().noneMatch(group -> group.code().equals(code))) {
            problems.add(
                    drawn,
                    node,
                    "De groep '" + code + "' heeft deze regio niet.",
                    groups.isEmpty()
                            ? "Beschrijf de groep onder 'groepen' in region.yaml."
                            : "Kies een van: "
                                    + groups.stream()
                                            .map(GroupProcess::code)
                                            .sorted()
                                            .collect(Collectors.joining(", "))
                                    + ".");
        }
    }

    private void inGroup(DrawnProcess drawn, FlowNode node) {
        boolean shared = ofTransfers.contains(drawn.id());
        if (node instanceof ReceiveTask || node instanceof CatchEvent && message(node) != null) {
            problems.add(drawn, node, "Een groep wacht niet op berichten.", "Maak er een taak van, of een moment.");
        }
        for (String own : List.of(Extensions.PHASE, Extensions.HANDOVER)) {
            if (!shared && Extensions.property(node, own) != null) {
                problems.add(
                        drawn,
                        node,
                        "De eigenschap '" + own + "' hoort bij de route van een jongere, niet bij een groep.",
                        "Haal de eigenschap weg.");
            }
        }
        if (node instanceof IntermediateThrowEvent && message(node) != null) {
            telling(drawn, node);
        }
    }

    private void telling(DrawnProcess drawn, FlowNode node) {
        String name = name(node);
        if (name == null) {
            problems.add(drawn, node, "Dit bericht heeft geen naam.", "Kies of maak een bericht met een naam.");
            return;
        }
        boolean heard = groups.stream()
                .filter(group -> Reach.of(group.processId(), processes).contains(drawn.id()))
                .anyMatch(group -> listeners(group.code()).anyMatch(name::equals));
        if (!heard) {
            problems.add(
                    drawn,
                    node,
                    "Niemand luistert naar het bericht '" + name + "'.",
                    "Zet bij de jongere een bericht met die naam en de eigenschap 'van-groep', of haal dit weg.");
        }
        String members = Extensions.property(node, Extensions.MEMBERS);
        if (members == null) {
            return;
        }
        String formula = Extensions.formula(members);
        String fault = formula == null ? "er staat geen = voor" : Feel.fault(formula);
        if (fault != null) {
            problems.add(
                    drawn,
                    node,
                    "Wie dit verteld wordt is niet te lezen: " + members,
                    "Schrijf een FEEL-formule over merken, zoals '=not(ingedeeld)'. De lezer zegt: " + fault);
            return;
        }
        var marks = marks();
        for (String mark : Feel.variables(formula)) {
            if (!marks.contains(mark)) {
                problems.add(
                        drawn,
                        node,
                        "Wie dit verteld wordt hangt af van het merk '" + mark + "', en dat krijgt niemand.",
                        "Kies een veld met 'bron: leden' dat een formulier van de groep vraagt: "
                                + String.join(", ", marks) + ".");
            }
        }
    }

    /** The names of the messages for which young people listen to groups of this code. */
    private Stream<String> listeners(String code) {
        return nodes(processes.keySet())
                .filter(node -> code.equals(Extensions.property(node, Extensions.FROM_GROUP)))
                .map(GroupCheck::name)
                .filter(name -> name != null);
    }

    private Set<String> told(GroupProcess group) {
        return nodes(Reach.of(group.processId(), processes))
                .filter(IntermediateThrowEvent.class::isInstance)
                .map(GroupCheck::name)
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    private Set<String> marks() {
        var asked = formsOf(ofGroups);
        return forms.values().stream()
                .filter(form -> asked.contains(form.id()))
                .flatMap(form -> form.questions().stream())
                .filter(FormField::asksForMembers)
                .map(FormField::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void form(Form form) {
        boolean ofTransfer = formsOf(ofTransfers).contains(form.id());
        boolean ofGroup = formsOf(ofGroups).contains(form.id());
        String file = RouteReader.file(form.id());
        for (FormField field : form.questions()) {
            String name = "'" + field.label() + "' (" + field.key() + ")";
            if (field.asksForMembers() && (ofTransfer || !ofGroup)) {
                problems.add(
                        file,
                        "Het veld " + name
                                + " vraagt naar leden van een groep, maar dit formulier is niet van een groep.",
                        "Gebruik het veld alleen in taken van een groep.");
            }
            if (field.membersMarked() != null && !marks().contains(field.membersMarked())) {
                problems.add(
                        file,
                        "Het veld " + name + " biedt de leden met het merk '" + field.membersMarked()
                                + "', en dat krijgt niemand.",
                        "Kies een veld met 'bron: leden' dat een formulier van de groep vraagt.");
            }
            if ((field.atLeast() != null || field.atMost() != null) && !field.asksForMembers()) {
                problems.add(
                        file,
                        "Het veld " + name + " heeft een minimum of maximum aantal leden, maar vraagt niet naar leden.",
                        "Haal 'minstens' en 'hoogstens' weg, of geef het veld 'bron: leden'.");
            }
            if (ofGroup && (field.special() || field.participantRole() != null)) {
                problems.add(
                        file,
                        "Het veld " + name
                                + " hoort in het dossier van een jongere: het is een bijzonder persoonsgegeven of wijst"
                                + " een deelnemer aan.",
                        "Vraag het in een taak van de jongere.");
            }
        }
    }

    private Set<String> formsOf(Collection<String> processIds) {
        var found = new HashSet<String>();
        nodes(processIds).forEach(node -> {
            found.add(Extensions.formId(node));
            found.add(Extensions.property(node, Extensions.FORM));
        });
        return found;
    }

    private Stream<FlowNode> nodes(Collection<String> processIds) {
        return processIds.stream()
                .filter(processes::containsKey)
                .flatMap(id -> processes.get(id).model().getModelElementsByType(FlowNode.class).stream());
    }

    private static Message message(FlowNode node) {
        return node instanceof ReceiveTask receive
                ? receive.getMessage()
                : node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .map(MessageEventDefinition::getMessage)
                        .filter(message -> message != null)
                        .findFirst()
                        .orElse(null);
    }

    private static String name(FlowNode node) {
        var message = message(node);
        return message == null || message.getName() == null || message.getName().isBlank() ? null : message.getName();
    }
}
