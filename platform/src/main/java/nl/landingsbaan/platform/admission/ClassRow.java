package nl.landingsbaan.platform.admission;

import java.util.List;
import nl.landingsbaan.platform.transfer.KnownYoungPerson;
import nl.landingsbaan.platform.transfer.Referral;

/**
 * A row of the file, read and checked.
 *
 * @param number as the spreadsheet shows it
 * @param referral what was read, as far as it could be
 * @param problems empty unless the state is wrong
 * @param matches who it may be, best match first
 */
public record ClassRow(
        int number, Referral referral, RowState state, List<RowProblem> problems, List<KnownYoungPerson> matches) {

    /** What would be chosen for a row if the user says nothing; null: the user has to say. */
    public RowChoice proposal() {
        return switch (state) {
            case NEW -> RowChoice.SOMEBODY_ELSE;
            case RUNNING, DOUBLE, FAULTY -> RowChoice.LEAVE_OUT;
            case KNOWN -> matches.size() == 1 && matches.getFirst().sameName() ? RowChoice.SAME : null;
        };
    }

    /** What may be chosen. */
    public List<RowChoice> choices() {
        return switch (state) {
            case NEW, DOUBLE, FAULTY -> List.of(proposal());
            case RUNNING -> List.of(RowChoice.SOMEBODY_ELSE, RowChoice.LEAVE_OUT);
            case KNOWN ->
                same() == null
                        ? List.of(RowChoice.SOMEBODY_ELSE, RowChoice.LEAVE_OUT)
                        : List.of(RowChoice.SAME, RowChoice.SOMEBODY_ELSE, RowChoice.LEAVE_OUT);
        };
    }

    /** Who {@link RowChoice#SAME} stands for; null: nobody. */
    public KnownYoungPerson same() {
        return matches.stream()
                .filter(match -> match.visible() && !match.running())
                .findFirst()
                .orElse(null);
    }
}
