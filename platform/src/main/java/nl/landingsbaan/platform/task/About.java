package nl.landingsbaan.platform.task;

/** What a task is about: a young person or a group. */
public sealed interface About {

    /** Of the transfer or the group. */
    long id();

    /** In full. */
    String name();

    /** As it is spoken of in a sentence. */
    String shortName();

    /** A young person, by the transfer. */
    record YoungPerson(long id, String firstName, String lastName) implements About {

        @Override
        public String name() {
            return firstName + " " + lastName;
        }

        @Override
        public String shortName() {
            return firstName;
        }
    }

    /** A group. */
    record Group(long id, String name) implements About {

        @Override
        public String shortName() {
            return name;
        }
    }
}
