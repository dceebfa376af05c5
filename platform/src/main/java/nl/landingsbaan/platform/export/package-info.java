/** What people take out of the application as a file for their own spreadsheet. */
@org.springframework.modulith.ApplicationModule(displayName = "Export")
package nl.landingsbaan.platform.export;
