package nl.landingsbaan.platform.transfer;

import java.util.List;
import java.util.Map;
import nl.landingsbaan.platform.form.Choice;
import nl.landingsbaan.platform.form.Form;
import nl.landingsbaan.platform.people.Membership;
import nl.landingsbaan.platform.region.SchoolYear;

/**
 * What is asked at referral, besides name and date of birth.
 *
 * @param choices the choices by source
 * @param schools the memberships from which the actor may refer; never empty
 * @param startingYear the school year in which the young person would start
 */
public record ReferralForm(
        Form form, Map<String, List<Choice>> choices, List<Membership> schools, SchoolYear startingYear) {

    /** The code of the school year in which the young person would start. */
    public String schoolYear() {
        return startingYear.code();
    }
}
