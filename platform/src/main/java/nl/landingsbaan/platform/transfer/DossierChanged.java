package nl.landingsbaan.platform.transfer;

/** What can be seen of a transfer is something else from now on. */
public record DossierChanged(long regionId, long transferId) {}
