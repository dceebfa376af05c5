/** What runs inside the broker, alone in a jar of its own: it may use nothing but Zeebe's exporter API and the JDK. */
package nl.landingsbaan.proof.exporter;
