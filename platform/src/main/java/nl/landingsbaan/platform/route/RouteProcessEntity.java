package nl.landingsbaan.platform.route;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "route_process")
class RouteProcessEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    private Long id;

    private long regionId;
    private long routeVersionId;
    private String processId;
    private String engineProcessId;
    private String resourceName;
    private String drawn;
    private String compiled;
    private Long definitionKey;

    protected RouteProcessEntity() {}

    RouteProcessEntity(
            long regionId, long routeVersionId, String processId, String drawn, DeployableProcess deployable) {
        this.regionId = regionId;
        this.routeVersionId = routeVersionId;
        this.processId = processId;
        this.engineProcessId = deployable.processId();
        this.resourceName = deployable.resourceName();
        this.drawn = drawn;
        this.compiled = deployable.xml();
    }

    long routeVersionId() {
        return routeVersionId;
    }

    String processId() {
        return processId;
    }

    String engineProcessId() {
        return engineProcessId;
    }

    Long definitionKey() {
        return definitionKey;
    }

    void deployedAs(long key) {
        definitionKey = key;
    }

    DeployableResource toDeployable() {
        return new DeployableResource(resourceName, compiled);
    }

    TimedProcess toTimed() {
        return new TimedProcess(
                routeVersionId, processId, RouteCompiler.elementIds(compiled), Moments.of(RouteReader.known(drawn)));
    }

    Drawing toDrawing() {
        return new Drawing(processId, drawn);
    }
}
