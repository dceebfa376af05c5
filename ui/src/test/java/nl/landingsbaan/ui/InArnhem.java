package nl.landingsbaan.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The application with the region Arnhem of the repository, on a port of its own, for a browser to look at. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "landingsbaan.library=../processes",
            "landingsbaan.tenants=../tenants",
            "landingsbaan.regions=arnhem"
        })
@interface InArnhem {}
