package nl.landingsbaan.platform.admission;

import java.time.LocalDate;
import java.util.List;

/** @param number as the spreadsheet shows it */
record SheetRow(int number, List<Cell> cells) {

    /** @param date what a spreadsheet's number would be as a date; else null */
    record Cell(String text, LocalDate date) {

        static final Cell EMPTY = new Cell("", null);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isBlank());
    }
}
