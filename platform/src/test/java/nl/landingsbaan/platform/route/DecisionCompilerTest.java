package nl.landingsbaan.platform.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DecisionCompilerTest {

    private final Blueprint blueprint =
            Blueprint.of("proef", Set.of("mentor", "coach", "coordinator"), DecidingRoute.faultless());
    private final DeployableResource compiled = blueprint.compileDecisions(3).getFirst();

    @Test
    void everyIdThatRegionsCouldShareGetsTheRegionsPrefixAndEveryReferenceToItFollows() throws Exception {
        var definitions = Xml.parse(compiled.xml()).getDocumentElement();
        assertThat(compiled.resourceName()).isEqualTo("proef.begeleidingskeuze.dmn");
        assertThat(definitions.getAttribute("id")).isEqualTo("proef.begeleidingskeuze");
        assertThat(Xml.elements(definitions, DrawnDecisions.DMN, "decision"))
                .extracting(each -> each.getAttribute("id"))
                .containsExactly("proef.begeleiding", "proef.zwaarte");
        assertThat(Xml.elements(definitions, DrawnDecisions.DMN, "requiredDecision"))
                .extracting(each -> each.getAttribute("href"))
                .containsExactly("#proef.zwaarte");
        assertThat(Xml.elements(definitions, "https://www.omg.org/spec/DMN/20191111/DMNDI/", "DMNShape"))
                .extracting(each -> each.getAttribute("dmnElementRef"))
                .containsExactly("proef.begeleiding", "proef.zwaarte");
    }

    @Test
    void aResultKeepsTheNameByWhichOtherDecisionsReadIt() throws Exception {
        var variables = Xml.elements(Xml.parse(compiled.xml()), DrawnDecisions.DMN, "variable");
        assertThat(variables)
                .extracting(
                        each -> ((Element) each.getParentNode()).getAttribute("id") + " " + each.getAttribute("name"))
                .containsExactly("proef.begeleiding begeleiding", "proef.zwaarte zwaarte");
    }

    @Test
    void theTaskCallsTheDecisionOfItsOwnRegionAndVersion() throws Exception {
        var root = Xml.parse(blueprint.compile(3).getFirst().xml());
        assertThat(Xml.elements(root, "http://camunda.org/schema/zeebe/1.0", "calledDecision"))
                .singleElement()
                .satisfies(called -> {
                    assertThat(called.getAttribute("decisionId")).isEqualTo("proef.begeleiding");
                    assertThat(called.getAttribute("bindingType")).isEqualTo("deployment");
                    assertThat(called.getAttribute("resultVariable")).isEqualTo("advies");
                });
    }

    @Test
    void everyVersionIsANewDecisionForTheEngine() {
        assertThat(blueprint.compileDecisions(4).getFirst().xml()).isNotEqualTo(compiled.xml());
    }
}
