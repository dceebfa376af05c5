package nl.landingsbaan.ui.demo;

import java.util.List;

/** The accounts that the sign-in page of a demo shows. There is such a bean in a demo only. */
public interface DemoAccounts {

    /** Region by region, in the order in which the story is best told. */
    List<DemoAccount> all();
}
