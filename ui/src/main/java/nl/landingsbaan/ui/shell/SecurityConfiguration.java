package nl.landingsbaan.ui.shell;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Who gets in. The screens know a {@link nl.landingsbaan.platform.people.SignedIn} principal only, so another way to sign in
 * (OpenID Connect) needs a provider that ends in one, and a button on {@link LoginView}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/actuator/health/**",
                        "/actuator/health",
                        "/favicon.svg",
                        "/styles.css",
                        "/styles/**",
                        "/agenda/*.ics")
                .permitAll());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView(LoginView.class)
                        // A page that is not there is for the screens to say.
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler(backToSignIn()));
        return http.build();
    }

    /** Says whether to wait, and nothing else about what was wrong. */
    private static AuthenticationFailureHandler backToSignIn() {
        return (request, response, failure) -> response.sendRedirect(request.getContextPath() + "/" + LoginView.ROUTE
                + "?" + (failure instanceof LockedException ? LoginView.WAIT : LoginView.REFUSED));
    }
}
