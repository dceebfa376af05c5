package nl.landingsbaan.platform.people;

import java.util.List;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs people in by mail address and password. An unknown address takes as long and says the same as a wrong password, and
 * after some failures an address has to wait.
 */
@Component
class SignIn implements AuthenticationProvider {

    private final AccountRepository accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final String hashOfNobody;

    SignIn(AccountRepository accounts, PasswordEncoder passwords, SignInThrottle throttle, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.audit = audit;
        this.hashOfNobody = passwords.encode("nobody has this password");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = People.normalised(attempt.getName());
        var password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (throttle.mustWait(email)) {
            throw new LockedException("Te veel mislukte pogingen");
        }
        var account = accounts.findByEmail(email).filter(row -> row.enabled);
        var matches =
                passwords.matches(password, account.map(row -> row.passwordHash).orElse(hashOfNobody));
        if (account.isEmpty() || !matches) {
            throttle.failed(email);
            audit.recordRefusal(
                    null,
                    account.map(row -> row.id).orElse(null),
                    AuditAction.SIGN_IN_REFUSED,
                    AuditSubject.ACCOUNT,
                    null);
            throw new BadCredentialsException("Aanmelden is niet gelukt");
        }
        throttle.succeeded(email);
        var id = account.get().id;
        audit.record(null, id, AuditAction.SIGNED_IN, AuditSubject.ACCOUNT, id);
        var principal = new SignedIn(id, account.get().displayName);
        return UsernamePasswordAuthenticationToken.authenticated(
                principal, null, List.of(new SimpleGrantedAuthority("ROLE_USER")));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
