package nl.landingsbaan.platform.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.landingsbaan.platform.form.Category;

/** What is shared of one young person on one day. */
public final class Shares {

    private final LocalDate day;
    private final Set<Signatory> needed;
    private final Map<Matter, Map<Signatory, ConsentLine>> last = new HashMap<>();

    /** @param lines in the order in which they were recorded */
    Shares(LocalDate day, Set<Signatory> needed, List<ConsentLine> lines) {
        this.day = day;
        this.needed = needed;
        lines.forEach(line -> last.computeIfAbsent(
                        new Matter(line.receiver(), line.category(), line.purpose()), matter -> new HashMap<>())
                .put(line.signatory(), line));
    }

    /** Whose consent is needed on this day. */
    public Set<Signatory> needed() {
        return needed;
    }

    /** Whether nobody has decided anything yet. */
    public boolean isNothingAsked() {
        return last.isEmpty();
    }

    /** Whether the receiver may see this category for one of these purposes. */
    public boolean permits(Receiver receiver, Category category, Collection<String> purposes) {
        return of(receiver, category, purposes).state() == SharedState.GIVEN;
    }

    /** How it stands with this category, for the purpose for which it stands best. */
    public Shared of(Receiver receiver, Category category, Collection<String> purposes) {
        return purposes.stream()
                .map(purpose -> of(new Matter(receiver, category, purpose)))
                .min(Comparator.comparing(Shared::state)
                        .thenComparing(Shared::until, Comparator.nullsLast(Comparator.reverseOrder())))
                .orElse(new Shared(SharedState.NOT_ASKED, null));
    }

    private Shared of(Matter matter) {
        var decisions = last.getOrDefault(matter, Map.of());
        var deciding =
                needed.stream().map(decisions::get).filter(Objects::nonNull).toList();
        if (deciding.stream().anyMatch(line -> line.withdrawnAt() == null && !line.granted())) {
            return new Shared(SharedState.REFUSED, null);
        }
        if (deciding.stream().anyMatch(line -> line.withdrawnAt() != null)) {
            return new Shared(SharedState.WITHDRAWN, null);
        }
        var until = deciding.stream()
                .map(ConsentLine::until)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (deciding.stream().anyMatch(line -> !line.countsOn(day))) {
            return new Shared(SharedState.EXPIRED, until);
        }
        if (deciding.size() < needed.size()) {
            return new Shared(decisions.isEmpty() ? SharedState.NOT_ASKED : SharedState.INCOMPLETE, null);
        }
        return new Shared(SharedState.GIVEN, until);
    }

    private record Matter(Receiver receiver, Category category, String purpose) {}
}
