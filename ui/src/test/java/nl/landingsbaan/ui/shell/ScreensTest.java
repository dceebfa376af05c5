package nl.landingsbaan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class ScreensTest {

    @Test
    void everyScreenSaysWhoMaySeeItAndOnlySignInIsForAnybody() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var screens = scanner.findCandidateComponents("nl.landingsbaan.ui");

        assertThat(screens).hasSizeGreaterThan(3);
        for (var screen : screens) {
            var type = Class.forName(screen.getBeanClassName());
            assertThat(type.isAnnotationPresent(Requires.class) || type == LoginView.class)
                    .as(type.getName())
                    .isTrue();
            assertThat(type.isAnnotationPresent(AnonymousAllowed.class))
                    .as(type.getName())
                    .isEqualTo(type == LoginView.class);
        }
    }
}
