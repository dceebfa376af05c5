package nl.landingsbaan.platform.route;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

@Entity
@Table(name = "route_form")
class RouteFormEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    private Long id;

    private long regionId;
    private long routeVersionId;
    private String formId;
    private String json;

    protected RouteFormEntity() {}

    RouteFormEntity(long regionId, long routeVersionId, String formId, String json) {
        this.regionId = regionId;
        this.routeVersionId = routeVersionId;
        this.formId = formId;
        this.json = json;
    }

    String json() {
        return json;
    }
}
