package nl.landingsbaan.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.WithServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers(engine = WithServers.EngineChoice.NONE)
@SpringBootTest(classes = TestPlatform.class)
class SignInTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "een lang geheim van Sam";

    @Autowired
    SignIn signIn;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    String email;
    long account;

    @BeforeEach
    void anAccount() {
        email = "sam" + COUNT.incrementAndGet() + "@school.example";
        account = people.createAccount(email, "Sam de Vries", PASSWORD);
    }

    @Test
    void theRightPasswordSignsIn() {
        var signedIn = attempt(email, PASSWORD);

        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(signedIn.getPrincipal()).isEqualTo(new SignedIn(account, "Sam de Vries"));
        assertThat(signedIn.getCredentials()).isNull();
    }

    @Test
    void capitalsAndSpacesAroundTheAddressDoNotMatter() {
        assertThat(attempt("  " + email.toUpperCase(Locale.ROOT) + " ", PASSWORD)
                        .isAuthenticated())
                .isTrue();
    }

    @Test
    void anUnknownAddressAndAWrongPasswordSayTheSame() {
        var wrong = catchThrowable(() -> attempt(email, "fout"));
        var unknown = catchThrowable(() -> attempt("niemand" + email, "fout"));

        assertThat(wrong).isExactlyInstanceOf(BadCredentialsException.class);
        assertThat(unknown).isExactlyInstanceOf(BadCredentialsException.class).hasMessage(wrong.getMessage());
    }

    @Test
    void aDisabledAccountSaysTheSameToo() {
        transaction.executeWithoutResult(status -> jdbc.sql("UPDATE account SET enabled = FALSE WHERE id = ?")
                .param(account)
                .update());

        assertThat(catchThrowable(() -> attempt(email, PASSWORD))).isExactlyInstanceOf(BadCredentialsException.class);
    }

    @Test
    void afterFiveFailuresEvenTheRightPasswordHasToWait() {
        fail(email, 5);

        assertThat(catchThrowable(() -> attempt(email, PASSWORD))).isInstanceOf(LockedException.class);
    }

    @Test
    void anUnknownAddressHasToWaitAsWell() {
        fail("niemand" + email, 5);

        assertThat(catchThrowable(() -> attempt("niemand" + email, "fout"))).isInstanceOf(LockedException.class);
    }

    @Test
    void fourFailuresAndARightPasswordStartAgain() {
        fail(email, 4);
        attempt(email, PASSWORD);
        fail(email, 4);

        assertThat(attempt(email, PASSWORD).isAuthenticated()).isTrue();
    }

    @Test
    void waitingTakesLongerAfterEachFurtherFailureUpToAnHour() {
        assertThat(SignInThrottle.waitAfter(4)).isZero();
        assertThat(SignInThrottle.waitAfter(5)).hasMinutes(1);
        assertThat(SignInThrottle.waitAfter(6)).hasMinutes(2);
        assertThat(SignInThrottle.waitAfter(40)).hasMinutes(60);
    }

    @Test
    void thePasswordIsKeptAsAnArgon2HashThatDiffersEachTime() {
        var again = people.createAccount("nog-een-" + email, "Sam", PASSWORD);

        assertThat(hash(account)).startsWith("{argon2}$argon2id$").doesNotContain(PASSWORD);
        assertThat(hash(again)).isNotEqualTo(hash(account));
    }

    @Test
    void whoFailsAndWhoSignsInIsPutOnRecordWithoutTheAddressTyped() {
        attempt(email, PASSWORD);
        fail(email, 1);

        assertThat(jdbc.sql("SELECT action FROM audit_entry WHERE account_id = ? ORDER BY id")
                        .param(account)
                        .query(String.class)
                        .list())
                .containsExactly("SIGNED_IN", "SIGN_IN_REFUSED");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM sign_in_attempt WHERE attempt_key LIKE ?")
                        .param("%" + email + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void fail(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(catchThrowable(() -> attempt(address, "fout"))).isInstanceOf(BadCredentialsException.class);
        }
    }

    private Authentication attempt(String address, String password) {
        return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(address, password));
    }

    private String hash(long accountId) {
        return jdbc.sql("SELECT password_hash FROM account WHERE id = ?")
                .param(accountId)
                .query(String.class)
                .single();
    }
}
