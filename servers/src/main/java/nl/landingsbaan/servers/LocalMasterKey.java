package nl.landingsbaan.servers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The vault's master key of servers on this machine: a file that only its owner reads, made once. */
final class LocalMasterKey {

    private static final int BYTES = 32;

    private LocalMasterKey() {}

    /** The key that lies in this folder, in Base64. */
    static String in(Path folder) {
        var file = folder.resolve("master.key");
        try {
            if (!Files.exists(file)) {
                write(file, random());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServerStartException("The master key " + file + " cannot be read or made: " + e.getMessage());
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void write(Path file, String key) throws IOException {
        Files.createDirectories(file.getParent());
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            channel.write(ByteBuffer.wrap(key.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}
