/** Places of which a region has only so many: who has one, who waits, and how many there are. */
@org.springframework.modulith.ApplicationModule(displayName = "Place")
package nl.landingsbaan.platform.place;
