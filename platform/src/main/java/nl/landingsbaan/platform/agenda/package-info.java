/** What is coming for somebody: appointments, tasks, contacts that fall due, and the calendar feed. */
@org.springframework.modulith.ApplicationModule(displayName = "Agenda")
package nl.landingsbaan.platform.agenda;
