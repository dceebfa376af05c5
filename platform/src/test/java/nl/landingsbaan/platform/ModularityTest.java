package nl.landingsbaan.platform;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(PlatformConfiguration.class);

    @Test
    void modulesUseEachOthersPublicTypesOnlyAndWithoutCycles() {
        modules.verify();
    }

    /** Diagrams and a page per module, in {@code target/spring-modulith-docs}. */
    @Test
    void theModulesAreDrawn() {
        new Documenter(modules).writeDocumentation();
    }
}
