/** Regions as folders of files: read, checked with file and line, and taken in at the first start. */
@org.springframework.modulith.ApplicationModule(displayName = "Tenant")
package nl.landingsbaan.platform.tenant;
