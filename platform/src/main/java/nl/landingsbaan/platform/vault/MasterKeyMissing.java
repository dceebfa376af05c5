package nl.landingsbaan.platform.vault;

/** There is no usable master key, so nothing can be sealed or opened. */
class MasterKeyMissing extends RuntimeException {

    MasterKeyMissing(String message) {
        super(message);
    }
}
