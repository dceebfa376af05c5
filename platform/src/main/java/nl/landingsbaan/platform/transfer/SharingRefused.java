package nl.landingsbaan.platform.transfer;

/** Somebody who may not decide on sharing tried to, or what was asked cannot be; nothing was changed. */
public class SharingRefused extends RuntimeException {

    SharingRefused(String message) {
        super(message);
    }
}
