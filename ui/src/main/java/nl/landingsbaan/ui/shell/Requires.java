package nl.landingsbaan.ui.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.landingsbaan.platform.region.Right;

/**
 * Who sees a screen: whoever has one of these rights in the chosen region. For everybody else there is no such screen. Without
 * rights named: everybody who has signed in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Requires {
    Right[] value() default {};
}
