package nl.landingsbaan.platform.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The young person of whom data is told or erased, with every transfer of theirs in the region. */
public record DataSubject(
        long regionId, long youngPersonId, String firstName, String lastName, List<Long> transferIds) {

    /** What the SQL of a {@link Holding} may read. */
    public Map<String, Object> parameters() {
        var transfers = transferIds.isEmpty() ? List.of(0L) : transferIds;
        return Map.of(
                "region",
                regionId,
                "person",
                youngPersonId,
                "transfers",
                transfers,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "inEvents",
                "\"transferId\":(" + transfers.stream().map(String::valueOf).collect(Collectors.joining("|"))
                        + ")[,}]");
    }
}
