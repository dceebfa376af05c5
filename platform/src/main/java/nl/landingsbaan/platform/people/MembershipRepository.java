package nl.landingsbaan.platform.people;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MembershipRepository extends JpaRepository<MembershipRow, Long> {

    List<MembershipRow> findByRegionId(long regionId);

    List<MembershipRow> findByRegionIdAndAccountId(long regionId, long accountId);

    List<MembershipRow> findByRegionIdAndRoleCode(long regionId, String roleCode);

    @Query("SELECT DISTINCT m.regionId FROM MembershipRow m WHERE m.accountId = :accountId ORDER BY m.regionId")
    List<Long> regionIdsOf(long accountId);

    @Query("SELECT DISTINCT m.accountId FROM MembershipRow m, AccountRow a WHERE a.id = m.accountId AND a.enabled"
            + " AND m.regionId = :regionId AND m.roleCode = :roleCode"
            + " AND (:organisationId IS NULL OR m.organisationId = :organisationId)")
    List<Long> holders(long regionId, String roleCode, Long organisationId, Limit limit);

    @Query("SELECT DISTINCT m.accountId FROM MembershipRow m, AccountRow a WHERE a.id = m.accountId AND a.enabled"
            + " AND m.regionId = :regionId")
    List<Long> accountsIn(long regionId);

    boolean existsByRegionIdAndAccountIdAndOrganisationIdAndRoleCode(
            long regionId, long accountId, long organisationId, String roleCode);
}
