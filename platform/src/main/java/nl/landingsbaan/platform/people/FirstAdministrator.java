package nl.landingsbaan.platform.people;

import nl.landingsbaan.platform.region.OrganisationKind;
import nl.landingsbaan.platform.region.Region;
import nl.landingsbaan.platform.region.Regions;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.region.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Gives each region that has no administrator its first one, so that somebody can let the others in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstAdministrator.Properties.class)
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    /**
     * Who it is.
     *
     * @param email the mail address to sign in with; absent: nobody is made administrator
     * @param password the password to sign in with for the first time
     */
    @ConfigurationProperties("landingsbaan.first-administrator")
    record Properties(String email, String password) {}

    private final Properties properties;
    private final People people;
    private final Regions regions;

    FirstAdministrator(Properties properties, People people, Regions regions) {
        this.properties = properties;
        this.people = people;
        this.regions = regions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void settle() {
        if (properties.email() != null && properties.password() != null) {
            regions.all().forEach(this::settle);
        }
    }

    private void settle(Region region) {
        var administering = regions.roles(region.id()).values().stream()
                .filter(role -> role.rights().contains(Right.ADMINISTER))
                .map(Role::code)
                .toList();
        if (administering.isEmpty()
                || administering.stream()
                        .anyMatch(role -> !people.holding(region.id(), role).isEmpty())) {
            return;
        }
        var organisation = regions.organisations(region.id()).stream()
                .min((a, b) -> rank(a.kind()) - rank(b.kind()))
                .orElseThrow();
        var account = people.accountId(properties.email())
                .orElseGet(() -> people.createAccount(properties.email(), "Beheerder", properties.password()));
        people.addMembership(account, region.id(), organisation.id(), administering.getFirst());
        log.info("Region {} has account {} as its first administrator", region.code(), account);
    }

    private static int rank(OrganisationKind kind) {
        return kind == OrganisationKind.PROGRAMMA ? 0 : 1;
    }
}
