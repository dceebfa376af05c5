/** Getting young people in, other than one by one: a class from a file, and a young person from another region. */
@org.springframework.modulith.ApplicationModule(displayName = "Admission")
package nl.landingsbaan.platform.admission;
