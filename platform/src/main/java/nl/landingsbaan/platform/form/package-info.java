/** Forms: read, shown under conditions, and checked on the server. */
@org.springframework.modulith.ApplicationModule(displayName = "Form")
package nl.landingsbaan.platform.form;
