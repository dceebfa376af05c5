package nl.landingsbaan.platform.contact;

/** So much of the hours for a young person is used: 80 or 100 percent (000 §7 nr 20). */
public record BudgetReached(long regionId, long transferId, int percent) {}
