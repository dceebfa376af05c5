package nl.landingsbaan.platform.route;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "route_step")
class RouteStepEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    private Long id;

    private long regionId;
    private long routeVersionId;
    private String processId;
    private String elementId;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private StepKind kind;

    private String name;
    private String phase;
    private String phaseName;
    private int position;
    private String roles;
    private String formId;
    private String why;
    private String messageName;
    private String outcome;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private HandoverSide handover;

    private String groupCode;
    private String members;

    protected RouteStepEntity() {}

    RouteStepEntity(long regionId, long routeVersionId, int position, StepOutline outline) {
        this.regionId = regionId;
        this.routeVersionId = routeVersionId;
        this.position = position;
        this.processId = outline.processId();
        this.elementId = outline.elementId();
        this.kind = outline.kind();
        this.name = outline.name();
        this.phase = outline.phase();
        this.phaseName = outline.phaseName();
        this.roles = String.join(",", outline.roles());
        this.formId = outline.formId();
        this.why = outline.why();
        this.messageName = outline.messageName();
        this.outcome = outline.outcome();
        this.handover = outline.handover();
        this.groupCode = outline.group();
        this.members = outline.members();
    }

    Step toStep() {
        return new Step(
                id,
                routeVersionId,
                processId,
                elementId,
                kind,
                name,
                phase,
                phaseName,
                position,
                Extensions.codes(roles),
                formId,
                why,
                messageName,
                outcome,
                handover,
                groupCode,
                members);
    }
}
