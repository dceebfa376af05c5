package nl.landingsbaan.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.task.TaskLine;

/** Whom or what a scenario is about: how it begins, and how it stands. */
interface Lead {

    /** What it was begun with. */
    record Beginning(String what, Map<String, Object> answers) {}

    /**
     * It begins, or is seen to have begun.
     *
     * @throws Otherwise when it cannot
     */
    Beginning begin();

    /** Of the transfer or the group; 0 before the beginning. */
    long id();

    /** Somebody who sees all of it. */
    Optional<Actor> overseer();

    /** All its tasks, as that somebody sees them. */
    List<TaskLine> way(Actor overseer);

    /** Of the route; null when it is in none. */
    String phase();

    /** How it ended; null while it goes on. */
    String outcome();

    /** How many members it has; empty when it is no group. */
    Optional<Integer> members();
}
