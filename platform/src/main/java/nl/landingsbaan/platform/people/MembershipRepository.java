package nl.landingsbaan.platform.people;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface MembershipRepository extends JpaRepository<MembershipRow, Long> {

    List<MembershipRow> findByRegionId(long regionId);

    List<MembershipRow> findByRegionIdAndAccountId(long regionId, long accountId);

    List<MembershipRow> findByRegionIdAndRoleCode(long regionId, String roleCode);

    @Query("SELECT DISTINCT m.regionId FROM MembershipRow m WHERE m.accountId = :accountId ORDER BY m.regionId")
    List<Long> regionIdsOf(long accountId);

    boolean existsByRegionIdAndAccountIdAndOrganisationIdAndRoleCode(
            long regionId, long accountId, long organisationId, String roleCode);
}
