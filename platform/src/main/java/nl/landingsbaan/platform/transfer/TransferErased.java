package nl.landingsbaan.platform.transfer;

/** A transfer is being erased, in this transaction; whoever remembers anything of it forgets it. */
public record TransferErased(long regionId, long transferId) {}
