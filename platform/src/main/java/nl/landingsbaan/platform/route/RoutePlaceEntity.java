package nl.landingsbaan.platform.route;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "route_place")
class RoutePlaceEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    private Long id;

    private long regionId;
    private long routeVersionId;
    private String processId;
    private String elementId;
    private String code;

    protected RoutePlaceEntity() {}

    RoutePlaceEntity(long regionId, long routeVersionId, String processId, String elementId, String code) {
        this.regionId = regionId;
        this.routeVersionId = routeVersionId;
        this.processId = processId;
        this.elementId = elementId;
        this.code = code;
    }

    String code() {
        return code;
    }
}
