package nl.landingsbaan.platform.people;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.time.PlatformClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who work with the platform and what they do in which region. */
@Service
@Transactional(readOnly = true)
public class People {

    private final AccountRepository accounts;
    private final MembershipRepository memberships;
    private final Regions regions;
    private final PasswordEncoder passwords;
    private final AbsenceRepository absences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            AccountRepository accounts,
            MembershipRepository memberships,
            AbsenceRepository absences,
            Regions regions,
            PasswordEncoder passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.absences = absences;
        this.events = events;
        this.clock = clock;
        this.regions = regions;
        this.passwords = passwords;
    }

    /** The regions in which somebody works. */
    public List<Region> regionsOf(long accountId) {
        return memberships.regionIdsOf(accountId).stream().map(regions::region).toList();
    }

    /** Somebody at work in a region, today also in the place of those who are absent; empty without a role there. */
    public Optional<Actor> actor(long accountId, long regionId) {
        var held = memberships(regionId, accountId);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        return accounts.findById(accountId)
                .filter(account -> account.enabled)
                .map(account -> new Actor(
                        accountId,
                        account.displayName,
                        regionId,
                        regions.region(regionId).code(),
                        held,
                        standsInFor(regionId, accountId, held)));
    }

    /** The roles that somebody holds in the region. */
    public List<Membership> memberships(long regionId, long accountId) {
        return memberships.findByRegionIdAndAccountId(regionId, accountId).stream()
                .map(row -> membership(regionId, row))
                .toList();
    }

    /** Everybody who holds a role in one of these organisations, once for each role, by name. */
    public List<Colleague> workingAt(long regionId, Collection<Long> organisationIds) {
        return colleagues(
                regionId,
                memberships.findByRegionId(regionId).stream()
                        .filter(row -> organisationIds.contains(row.organisationId))
                        .toList());
    }

    /** Whoever lost a role in the meantime, or got one that the substitute does not hold, is not stood in for. */
    private List<StandIn> standsInFor(long regionId, long accountId, List<Membership> held) {
        var today = PlatformClock.today(clock);
        var rows = absences.substitutedBy(regionId, accountId, today);
        if (rows.isEmpty()) {
            return List.of();
        }
        var names = names(rows.stream().map(row -> row.accountId).toList());
        return rows.stream()
                .map(row -> new StandIn(
                        row.accountId,
                        names.get(row.accountId),
                        memberships(regionId, row.accountId).stream()
                                .filter(membership -> membership.role().rights().contains(Right.WORK))
                                .toList()))
                .filter(absent -> !absent.memberships().isEmpty() && held.containsAll(absent.memberships()))
                .toList();
    }

    /** Everybody who holds a role in the region, by name. */
    public List<Colleague> holding(long regionId, String roleCode) {
        return colleagues(regionId, memberships.findByRegionIdAndRoleCode(regionId, roleCode));
    }

    private List<Colleague> colleagues(long regionId, List<MembershipRow> rows) {
        var names = names(rows.stream().map(row -> row.accountId).toList());
        return rows.stream()
                .filter(row -> names.containsKey(row.accountId))
                .map(row -> new Colleague(
                        row.accountId,
                        names.get(row.accountId),
                        row.organisationId,
                        organisationName(regionId, row.organisationId),
                        row.roleCode))
                .sorted(Comparator.comparing(Colleague::displayName))
                .toList();
    }

    /** The display names of these accounts; accounts that are not there are absent. */
    public Map<Long, String> names(Collection<Long> accountIds) {
        return accounts.findAllById(accountIds.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(account -> account.id, account -> account.displayName));
    }

    /**
     * The one person who can sign in with this role; empty when nobody or several can.
     *
     * @param organisationId null for the whole region
     */
    public Optional<Long> onlyHolder(long regionId, String roleCode, Long organisationId) {
        var holders = memberships.holders(regionId, roleCode, organisationId, Limit.of(2));
        return holders.size() == 1 ? Optional.of(holders.getFirst()) : Optional.empty();
    }

    /** How many people who can sign in hold this role in the region, each once however many organisations it is in. */
    public int numberHolding(long regionId, String roleCode) {
        return memberships.holders(regionId, roleCode, null, Limit.unlimited()).size();
    }

    /** Everybody who holds a role in the region and can sign in. */
    public Set<Long> accountsIn(long regionId) {
        return Set.copyOf(memberships.accountsIn(regionId));
    }

    /** Where somebody who can sign in is mailed; for no eyes but the mail server's. */
    public Optional<String> email(long accountId) {
        return accounts.findById(accountId).filter(account -> account.enabled).map(account -> account.email);
    }

    /** The account with this mail address. */
    public Optional<Long> accountId(String email) {
        return accounts.findByEmail(normalised(email)).map(account -> account.id);
    }

    /** Makes an account; the password is kept as a hash only. */
    @Transactional
    public long createAccount(String email, String displayName, String password) {
        var row = new AccountRow();
        row.email = normalised(email);
        row.displayName = displayName;
        row.passwordHash = passwords.encode(password);
        return accounts.saveAndFlush(row).id;
    }

    /**
     * Gives somebody a role in an organisation of a region. Saying it twice changes nothing.
     *
     * @return whether the role is new
     */
    @Transactional
    public boolean addMembership(long accountId, long regionId, long organisationId, String roleCode) {
        if (memberships.existsByRegionIdAndAccountIdAndOrganisationIdAndRoleCode(
                regionId, accountId, organisationId, roleCode)) {
            return false;
        }
        var row = new MembershipRow();
        row.regionId = regionId;
        row.accountId = accountId;
        row.organisationId = organisationId;
        row.roleCode = roleCode;
        memberships.saveAndFlush(row);
        events.publishEvent(new MembershipAdded(regionId, accountId, organisationId, roleCode));
        return true;
    }

    Membership membership(long regionId, MembershipRow row) {
        return new Membership(
                row.organisationId,
                organisationName(regionId, row.organisationId),
                regions.roles(regionId).get(row.roleCode));
    }

    private String organisationName(long regionId, long organisationId) {
        return regions.organisation(regionId, organisationId).orElseThrow().name();
    }

    static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
