package nl.landingsbaan.ui;

import nl.landingsbaan.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The application: the platform with its screens. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class Application {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }
}
