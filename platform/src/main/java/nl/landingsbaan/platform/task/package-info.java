/** The one list: open, claim, complete, expire. What a professional sees comes from here only. */
@org.springframework.modulith.ApplicationModule(displayName = "Task")
package nl.landingsbaan.platform.task;
