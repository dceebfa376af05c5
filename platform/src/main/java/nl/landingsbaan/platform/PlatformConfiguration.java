package nl.landingsbaan.platform;

import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.modulith.Modulithic;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Everything that is not a screen. An application imports this class and has the whole platform. */
@Modulithic(systemName = "Landingsbaan")
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EntityScan
@EnableJpaRepositories
@EnableAsync
@EnableScheduling
public class PlatformConfiguration {

    /**
     * A transaction takes a connection at its first statement. Preparing one for reading only would take it at once, and tell the
     * database twice.
     */
    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        var hibernate = new HibernateJpaVendorAdapter();
        hibernate.setPrepareConnection(false);
        return hibernate;
    }
}
