/** Messages: what people are told about what happened, in the application and by mail. Listens to the others. */
@org.springframework.modulith.ApplicationModule(displayName = "Notify")
package nl.landingsbaan.platform.notify;
