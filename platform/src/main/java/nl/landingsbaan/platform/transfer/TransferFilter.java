package nl.landingsbaan.platform.transfer;

/**
 * Narrows the list of young people; null means all.
 *
 * @param search part of a first or last name, with a slip of spelling; narrows to those most like it, nearest first
 * @param running true: running only, false: ended only
 */
public record TransferFilter(String search, String schoolYear, String phase, Boolean running) {

    public static final TransferFilter ALL = new TransferFilter(null, null, null, null);
}
