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
import java.time.Instant;
import java.util.List;
import nl.landingsbaan.platform.form.Catalogue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Entity
@Table(name = "route_version")
class RouteVersionEntity {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "id_seq")
    @SequenceGenerator(name = "id_seq", sequenceName = "id_seq", allocationSize = 50)
    private Long id;

    private long regionId;
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private RouteState state;

    private Instant publishedAt;
    private String rootProcessId;
    private String contentHash;
    private String catalogue;
    private String problems;

    protected RouteVersionEntity() {}

    RouteVersionEntity(
            long regionId,
            int number,
            Instant publishedAt,
            String rootProcessId,
            String contentHash,
            Catalogue catalogue) {
        this.regionId = regionId;
        this.number = number;
        this.state = RouteState.PUBLISHED;
        this.publishedAt = publishedAt;
        this.rootProcessId = rootProcessId;
        this.contentHash = contentHash;
        this.catalogue = catalogue.toJson();
    }

    RouteVersion toVersion() {
        List<RouteProblem> found =
                problems == null ? List.of() : JSON.readValue(problems, new TypeReference<List<RouteProblem>>() {});
        return new RouteVersion(id, regionId, number, state, publishedAt, rootProcessId, found);
    }

    Long id() {
        return id;
    }

    int number() {
        return number;
    }

    RouteState state() {
        return state;
    }

    String rootProcessId() {
        return rootProcessId;
    }

    Catalogue catalogue() {
        return Catalogue.ofJson(catalogue);
    }

    boolean hasContent(String hash) {
        return contentHash.equals(hash);
    }

    void live() {
        state = RouteState.LIVE;
        problems = null;
    }

    void rejected(List<RouteProblem> found) {
        state = RouteState.REJECTED;
        problems = JSON.writeValueAsString(found);
    }
}
