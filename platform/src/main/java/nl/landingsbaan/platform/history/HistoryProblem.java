package nl.landingsbaan.platform.history;

/**
 * Something wrong in a file; the texts are Dutch.
 *
 * @param line counted from 1
 * @param column its heading; empty when it concerns the whole line
 * @param typed what stands there
 * @param remedy what to do
 */
public record HistoryProblem(int line, String column, String typed, String problem, String remedy) {}
