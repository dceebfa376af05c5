package nl.landingsbaan.platform.tenant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.HolidayRegion;
import nl.landingsbaan.platform.region.SchoolHolidays;
import nl.landingsbaan.platform.route.Dialect;
import nl.landingsbaan.platform.route.RouteBundle;
import nl.landingsbaan.platform.route.RouteRejected;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** What a region gets of the library as it stands in the repository, without a database. */
public final class LibraryRoutes {

    /** The roles that the library asks for; a region that calls them so divides nothing. */
    public static final Set<String> ROLES =
            Set.of("school", "begeleider", "ontvanger", "intaker", "zorg", "coordinatie", "opdrachtgever", "ambulant");

    private static final Path LIBRARY = Path.of("..", "processes");
    private static final Path TENANTS = Path.of("..", "tenants");
    private static final String ROUTE = "proef";

    private LibraryRoutes() {}

    /** A route of the library, in the words and roles of a region. */
    public static RouteBundle route(String route, Set<String> roles, Map<String, String> roleOf) {
        try {
            return read(LIBRARY, route, roles, roleOf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The route of a region in the repository, in its own words and roles, with its own fields. */
    public static RouteBundle ofRegion(String code) {
        try {
            return Tenant.read(
                            LIBRARY, TENANTS.resolve(code), JsonMapper.builder().build())
                    .bundle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A route that calls one shared phase and ends. */
    public static RouteBundle calling(String phase) {
        return inALibraryWith(phase, library -> {
            try {
                return read(library, ROUTE, ROLES, Map.of());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What the engine gets of a shared phase's parameters when the region says nothing. */
    public static Map<String, Object> parametersOf(String phase) {
        try {
            return PhaseParameters.merged(
                    List.of(LIBRARY.resolve(RouteFolder.PHASES).resolve(phase)), Path.of("none"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The holidays of a region that counts in weeks of school. */
    public static SchoolHolidays holidays(HolidayRegion region) {
        try {
            return new SchoolHolidays(region, true, HolidayFile.read(LIBRARY.resolve(HolidayFile.NAME), region));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteBundle inALibraryWith(String phase, Function<Path, RouteBundle> reading) {
        try {
            var library = Files.createTempDirectory("library");
            try {
                FileSystemUtils.copyRecursively(
                        LIBRARY.resolve(RouteFolder.PHASES), library.resolve(RouteFolder.PHASES));
                for (var file : new String[] {CatalogueFile.NAME, Words.NAME}) {
                    Files.copy(LIBRARY.resolve(file), library.resolve(file));
                }
                var route = Files.createDirectory(library.resolve(ROUTE));
                Files.writeString(route.resolve("proef.bpmn"), DRAWING.replace("FASE", phase));
                Files.writeString(route.resolve("proef.form"), "{\"id\": \"proef\", \"components\": []}");
                return reading.apply(library);
            } finally {
                FileSystemUtils.deleteRecursively(library);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RouteBundle read(Path library, String route, Set<String> roles, Map<String, String> roleOf)
            throws IOException {
        var folder = RouteFolder.read(
                library, route, Path.of("none"), List.of(), JsonMapper.builder().build());
        var catalogue = CatalogueFile.read(library.resolve(CatalogueFile.NAME), Path.of("none"));
        var words = Words.of(library, Path.of("none"), Map.of());
        try {
            return new Dialect(roles, roleOf, words).translate(folder.bundle(route, catalogue, List.of()));
        } catch (RouteRejected e) {
            throw new IllegalStateException(
                    e.problems().stream().map(Object::toString).collect(Collectors.joining("\n")), e);
        }
    }

    private static final String DRAWING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="proef" isExecutable="true">
                <bpmn:startEvent id="begin">
                  <bpmn:extensionElements>
                    <zeebe:formDefinition formId="proef" />
                    <zeebe:properties><zeebe:property name="rollen" value="school" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:outgoing>p1</bpmn:outgoing>
                </bpmn:startEvent>
                <bpmn:callActivity id="fase" name="Fase">
                  <bpmn:extensionElements>
                    <zeebe:calledElement processId="FASE" bindingType="deployment" propagateAllChildVariables="true" />
                    <zeebe:properties><zeebe:property name="fase" value="fase" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>p1</bpmn:incoming>
                  <bpmn:outgoing>p2</bpmn:outgoing>
                </bpmn:callActivity>
                <bpmn:endEvent id="klaar">
                  <bpmn:extensionElements>
                    <zeebe:properties><zeebe:property name="uitkomst" value="klaar" /></zeebe:properties>
                  </bpmn:extensionElements>
                  <bpmn:incoming>p2</bpmn:incoming>
                </bpmn:endEvent>
                <bpmn:sequenceFlow id="p1" sourceRef="begin" targetRef="fase" />
                <bpmn:sequenceFlow id="p2" sourceRef="fase" targetRef="klaar" />
              </bpmn:process>
            </bpmn:definitions>
            """;
}
