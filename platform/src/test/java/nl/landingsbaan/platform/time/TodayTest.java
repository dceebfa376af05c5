package nl.landingsbaan.platform.time;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class TodayTest {

    /** Late in the evening it is tomorrow here already, while a server in UTC says today. */
    @Test
    void nobodyAsksWhatDayItIsWithoutSayingWhere() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .because("people live by the day in PlatformClock.ZONE")
                .check(new ClassFileImporter().importPackages("nl.landingsbaan"));
    }
}
