package nl.landingsbaan.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback interface. */
final class FreePorts {

    // Below the range from which the kernel hands out ports to outgoing connections, so that a chosen port
    // is not taken by chance between choosing it and the server binding it.
    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private FreePorts() {}

    static List<Integer> choose(int count) {
        var ports = new ArrayList<Integer>();
        while (ports.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!ports.contains(port) && isFree(port)) {
                ports.add(port);
            }
        }
        return List.copyOf(ports);
    }

    static void awaitFree(List<Integer> ports, Duration atMost) {
        Waiting.until(
                "ports " + ports + " to become free",
                atMost,
                () -> ports.stream().allMatch(FreePorts::isFree));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
