package nl.landingsbaan.platform.transfer;

/** The engine must end a transfer that still runs, because it is going to be erased. Carries ids only. */
public record TransferStopped(long regionId, long transferId, long processInstanceKey) {}
