package nl.landingsbaan.platform.form;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The facts that dossiers of a route can hold, by key, in the order of their author. */
public record Catalogue(Map<String, CatalogueField> fields) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Catalogue {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Catalogue of(Collection<CatalogueField> fields) {
        var byKey = new LinkedHashMap<String, CatalogueField>();
        fields.forEach(field -> byKey.put(field.key(), field));
        return new Catalogue(byKey);
    }

    public Optional<CatalogueField> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** As it is kept with a version of a route; the same catalogue always gives the same text. */
    public String toJson() {
        return JSON.writeValueAsString(fields.values());
    }

    public static Catalogue ofJson(String json) {
        return of(List.of(JSON.readValue(json, CatalogueField[].class)));
    }
}
