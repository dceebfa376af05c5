package nl.landingsbaan.platform.route;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "route_decision")
class RouteDecisionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    private Long id;

    private long regionId;
    private long routeVersionId;
    private String file;
    private String resourceName;
    private String drawn;
    private String compiled;

    protected RouteDecisionEntity() {}

    RouteDecisionEntity(long regionId, long routeVersionId, DrawnDecisions decisions, DeployableResource deployable) {
        this.regionId = regionId;
        this.routeVersionId = routeVersionId;
        this.file = decisions.file();
        this.resourceName = deployable.resourceName();
        this.drawn = decisions.xml();
        this.compiled = deployable.xml();
    }

    DeployableResource toDeployable() {
        return new DeployableResource(resourceName, compiled);
    }
}
