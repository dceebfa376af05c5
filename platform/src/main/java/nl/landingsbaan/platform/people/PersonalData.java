package nl.landingsbaan.platform.people;

import java.util.List;

/** What a module keeps about young people. Each module with a table about them has one, so that nothing is forgotten. */
public interface PersonalData {

    List<Holding> holdings();
}
