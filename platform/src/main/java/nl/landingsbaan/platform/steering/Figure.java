package nl.landingsbaan.platform.steering;

import java.util.OptionalInt;

/** A figure as it may be shown. Nothing, not known and not shown are three things, and none of them is 0. */
public sealed interface Figure {

    /** A number that may be shown. */
    record Known(int value) implements Figure {}

    /** Why there is no number. */
    enum Absent implements Figure {
        /** There is one, but it concerns too few young people, or would give such a number away. */
        WITHHELD,
        /** This region, or this moment, cannot have one ("n.v.t."). */
        NOT_APPLICABLE,
        /** There is one, but nobody has told it yet ("onbekend"). */
        UNKNOWN
    }

    static Figure of(int value) {
        return new Known(value);
    }

    /** The number, when there is one to show. */
    default OptionalInt number() {
        return this instanceof Known known ? OptionalInt.of(known.value()) : OptionalInt.empty();
    }
}
