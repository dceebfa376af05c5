package nl.landingsbaan.platform.people;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
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

    People(AccountRepository accounts, MembershipRepository memberships, Regions regions, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.memberships = memberships;
        this.regions = regions;
        this.passwords = passwords;
    }

    /** The regions in which somebody works. */
    public List<Region> regionsOf(long accountId) {
        return memberships.regionIdsOf(accountId).stream().map(regions::region).toList();
    }

    /** Somebody at work in a region; empty when that person has no role there. */
    public Optional<Actor> actor(long accountId, long regionId) {
        var held = memberships.findByRegionIdAndAccountId(regionId, accountId).stream()
                .map(row -> membership(regionId, row))
                .toList();
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
                        held));
    }

    /** Everybody who holds a role in the region, by name. */
    public List<Colleague> holding(long regionId, String roleCode) {
        var rows = memberships.findByRegionIdAndRoleCode(regionId, roleCode);
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

    /** Gives somebody a role in an organisation of a region. Saying it twice changes nothing. */
    @Transactional
    public void addMembership(long accountId, long regionId, long organisationId, String roleCode) {
        if (memberships.existsByRegionIdAndAccountIdAndOrganisationIdAndRoleCode(
                regionId, accountId, organisationId, roleCode)) {
            return;
        }
        var row = new MembershipRow();
        row.regionId = regionId;
        row.accountId = accountId;
        row.organisationId = organisationId;
        row.roleCode = roleCode;
        memberships.saveAndFlush(row);
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
