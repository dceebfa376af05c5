package nl.landingsbaan.platform.people;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.audit.AuditAction;
import nl.landingsbaan.platform.audit.AuditLog;
import nl.landingsbaan.platform.audit.AuditSubject;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a region's administrator does about the people who work there: who they are and which roles they hold. */
@Service
@Transactional
public class Staff {

    /** A password that people choose themselves has at least this many characters. */
    public static final int SHORTEST_PASSWORD = 12;

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    /** What lets somebody into dossiers. */
    private static final Set<Right> READING = EnumSet.of(Right.REFER, Right.WORK, Right.COORDINATE);

    private static final int LONGEST_NAME = 120;
    private static final String UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final People people;
    private final AccountRepository accounts;
    private final MembershipRepository memberships;
    private final Regions regions;
    private final Coordination coordination;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    Staff(
            People people,
            AccountRepository accounts,
            MembershipRepository memberships,
            Regions regions,
            Coordination coordination,
            PasswordEncoder passwords,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.people = people;
        this.accounts = accounts;
        this.memberships = memberships;
        this.regions = regions;
        this.coordination = coordination;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
    }

    /** Everybody who works in the administrator's region, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> list(Actor administrator) {
        check(administrator);
        var rows = memberships.findByRegionId(administrator.regionId()).stream()
                .collect(Collectors.groupingBy(row -> row.accountId));
        return accounts.findAllById(rows.keySet()).stream()
                .map(account -> new StaffMember(
                        account.id,
                        account.displayName,
                        account.email,
                        rows.get(account.id).stream()
                                .map(row -> people.membership(administrator.regionId(), row))
                                .toList()))
                .sorted(Comparator.comparing(StaffMember::displayName))
                .toList();
    }

    /**
     * Gives somebody a role in an organisation of the region, with an account when there is none with this mail address. Nobody gives
     * themselves a role that reads dossiers: another administrator has to.
     *
     * @return the password to sign in with for the first time; empty when there was an account already
     * @throws StaffRefused when something is missing or wrong
     */
    public Optional<String> add(
            Actor administrator, String displayName, String email, long organisationId, String roleCode) {
        check(administrator);
        check(administrator.regionId(), organisationId, roleCode);
        if (email == null || !EMAIL.matcher(email.strip()).matches()) {
            throw new StaffRefused("mailadres", "Vul een mailadres in, zoals naam@school.nl.");
        }
        var known = people.accountId(email);
        checkNotForOneself(administrator, known.orElse(null), roleCode);
        var password = known.isPresent() ? null : newPassword();
        var accountId = known.orElseGet(() -> create(administrator, displayName, email, password));
        if (people.addMembership(accountId, administrator.regionId(), organisationId, roleCode)) {
            record(administrator, AuditAction.ROLE_GIVEN, accountId);
        }
        return Optional.ofNullable(password);
    }

    /**
     * Takes a role away.
     *
     * @throws StaffRefused when it is the administrator's own right to administer: somebody has to keep it
     */
    public void takeRole(Actor administrator, long accountId, long organisationId, String roleCode) {
        check(administrator);
        var administers =
                regions.roles(administrator.regionId()).get(roleCode).rights().contains(Right.ADMINISTER);
        if (accountId == administrator.accountId() && administers) {
            throw new StaffRefused(
                    null, "U kunt uw eigen rol als beheerder niet weghalen. Laat een andere beheerder dat doen.");
        }
        memberships.findByRegionIdAndAccountId(administrator.regionId(), accountId).stream()
                .filter(row -> row.organisationId == organisationId && row.roleCode.equals(roleCode))
                .forEach(row -> end(administrator, row));
    }

    /**
     * Somebody leaves these organisations: all roles there end. A coordinator ends the roles of those who do the work, and no
     * administrator's.
     *
     * @throws StaffRefused when the actor neither administers nor coordinates for these organisations, or leaves in person
     */
    public void leave(Actor actor, long accountId, Collection<Long> organisationIds) {
        if (accountId == actor.accountId()) {
            throw new StaffRefused(null, "U kunt uw eigen rollen niet weghalen. Laat een collega dat doen.");
        }
        var administers = actor.may(Right.ADMINISTER);
        if (!administers && !coordination.organisations(actor).containsAll(organisationIds)) {
            throw new StaffRefused(null, "U coördineert niet voor deze organisatie.");
        }
        memberships.findByRegionIdAndAccountId(actor.regionId(), accountId).stream()
                .filter(row -> organisationIds.contains(row.organisationId))
                .filter(row -> administers
                        || !regions.roles(actor.regionId())
                                .get(row.roleCode)
                                .rights()
                                .contains(Right.ADMINISTER))
                .forEach(row -> end(actor, row));
    }

    private void end(Actor actor, MembershipRow row) {
        memberships.delete(row);
        memberships.flush();
        events.publishEvent(new MembershipEnded(actor.regionId(), row.accountId, row.organisationId, row.roleCode));
        record(actor, AuditAction.ROLE_TAKEN, row.accountId);
    }

    /**
     * Gives somebody a new password to sign in with.
     *
     * @throws StaffRefused when that person works in other regions too: whoever knows the password would come in there
     */
    public String resetPassword(Actor administrator, long accountId) {
        check(administrator);
        var worksIn = memberships.regionIdsOf(accountId);
        if (!worksIn.contains(administrator.regionId())) {
            throw new StaffRefused(null, "Deze medewerker is er niet meer.");
        }
        if (worksIn.size() > 1) {
            throw new StaffRefused(
                    null,
                    "Deze medewerker werkt ook in een andere regio. Vraag de beheerder van het platform om een nieuw wachtwoord.");
        }
        var password = newPassword();
        accounts.findById(accountId).orElseThrow().passwordHash = passwords.encode(password);
        record(administrator, AuditAction.PASSWORD_RESET, accountId);
        return password;
    }

    /**
     * Changes one's own password.
     *
     * @throws StaffRefused when the present password is wrong or the new one too short
     */
    public void changePassword(Actor self, String present, String wanted) {
        var account = accounts.findById(self.accountId()).orElseThrow();
        if (!passwords.matches(present == null ? "" : present, account.passwordHash)) {
            throw new StaffRefused("huidig", "Dit is niet uw huidige wachtwoord.");
        }
        if (wanted == null || wanted.length() < SHORTEST_PASSWORD) {
            throw new StaffRefused("nieuw", "Kies een wachtwoord van minstens " + SHORTEST_PASSWORD + " tekens.");
        }
        account.passwordHash = passwords.encode(wanted);
    }

    private long create(Actor administrator, String displayName, String email, String password) {
        if (displayName == null || displayName.isBlank()) {
            throw new StaffRefused("naam", "Vul de naam in.");
        }
        if (displayName.strip().length() > LONGEST_NAME) {
            throw new StaffRefused("naam", "De naam is te lang. Gebruik hoogstens " + LONGEST_NAME + " tekens.");
        }
        var accountId = people.createAccount(email, displayName.strip(), password);
        record(administrator, AuditAction.ACCOUNT_CREATED, accountId);
        return accountId;
    }

    private void record(Actor actor, AuditAction action, long accountId) {
        audit.record(actor.regionId(), actor.accountId(), action, AuditSubject.ACCOUNT, accountId);
    }

    private void checkNotForOneself(Actor administrator, Long accountId, String roleCode) {
        var rights = regions.roles(administrator.regionId()).get(roleCode).rights();
        if (Objects.equals(accountId, administrator.accountId()) && !Collections.disjoint(rights, READING)) {
            throw new StaffRefused(
                    "rol",
                    "Met deze rol ziet u dossiers. Die kunt u niet aan uzelf geven. Vraag een andere beheerder.");
        }
    }

    private void check(long regionId, long organisationId, String roleCode) {
        if (regions.organisation(regionId, organisationId).isEmpty()) {
            throw new StaffRefused("organisatie", "Kies een organisatie uit de lijst.");
        }
        if (roleCode == null || !regions.roles(regionId).containsKey(roleCode)) {
            throw new StaffRefused("rol", "Kies een rol uit de lijst.");
        }
    }

    private static void check(Actor administrator) {
        if (!administrator.may(Right.ADMINISTER)) {
            throw new StaffRefused(null, "Alleen een regiobeheerder kan dit.");
        }
    }

    private String newPassword() {
        var password = new StringBuilder();
        for (var group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            random.ints(GROUP_LENGTH, 0, UNMISTAKABLE.length())
                    .forEach(index -> password.append(UNMISTAKABLE.charAt(index)));
        }
        return password.toString();
    }
}
