package nl.landingsbaan.platform.route;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;

/** One process as drawn, readable. */
record DrawnProcess(String file, String xml, BpmnModelInstance model, Process process) {
    String id() {
        return process.getId();
    }
}
