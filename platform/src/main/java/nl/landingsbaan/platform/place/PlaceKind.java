package nl.landingsbaan.platform.place;

/**
 * A kind of place of which a region has only so many, such as coaching (002 F 35: 14 in Leeuwarden, about 20 for each coach in Den
 * Haag).
 *
 * @param code as drawings name it
 * @param number how many there are; with {@code perRole} for each person who holds that role. From 0 to {@link #MOST}
 * @param perRole role of the region, or null
 */
public record PlaceKind(String code, String name, int number, String perRole) {

    public static final int MOST = 10_000;
}
