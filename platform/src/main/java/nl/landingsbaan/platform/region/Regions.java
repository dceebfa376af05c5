package nl.landingsbaan.platform.region;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The regions of this installation. What a region has set up is small and changes seldom, so it is read once and kept in
 * memory, until the calendar changes, on this node or on another.
 */
@Service
public class Regions {

    private final RegionRepository regions;
    private final OrganisationRepository organisations;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Long, Loaded> loaded = new ConcurrentHashMap<>();

    Regions(
            RegionRepository regions,
            OrganisationRepository organisations,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.regions = regions;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Every region, by name. */
    @Transactional(readOnly = true)
    public List<Region> all() {
        return regions.findAll().stream().map(row -> region(row.id)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Region> byCode(String code) {
        return regions.findByCode(code).map(row -> region(row.id));
    }

    public Region region(long regionId) {
        return loaded(regionId).region();
    }

    /** The region's organisations, by name. */
    public List<Organisation> organisations(long regionId) {
        return List.copyOf(loaded(regionId).organisations().values());
    }

    /** An organisation of this region; empty when the id is unknown or of another region. */
    public Optional<Organisation> organisation(long regionId, long organisationId) {
        return Optional.ofNullable(loaded(regionId).organisations().get(organisationId));
    }

    /** The region's roles by code, in the region's own order. */
    public Map<String, Role> roles(long regionId) {
        return loaded(regionId).roles();
    }

    /** The region's school years, oldest first. */
    public List<SchoolYear> calendar(long regionId) {
        return loaded(regionId).calendar();
    }

    /** The school year with this code. */
    public Optional<SchoolYear> schoolYear(long regionId, String code) {
        return calendar(regionId).stream()
                .filter(year -> year.code().equals(code))
                .findFirst();
    }

    /**
     * The school year to which a young person who is referred on this date belongs: the first whose anchor
     * {@link RegionSettings#entryUntil} has not come. That is Christmas unless the region says otherwise: coaching runs from half a
     * year before the start at the mbo until Christmas (seed 002, line 1726).
     */
    public Optional<SchoolYear> startingAfter(long regionId, LocalDate date) {
        var until = region(regionId).settings().entryUntil();
        return calendar(regionId).stream()
                .filter(year -> date.isBefore(year.anchors().getOrDefault(until, year.endsOn())))
                .findFirst();
    }

    /** When the region's schools are closed, and how it counts weeks. */
    public SchoolHolidays holidays(long regionId) {
        return loaded(regionId).holidays();
    }

    /**
     * Begins a change of the region's calendar: until the transaction ends nobody else changes it, and what is read from now on is what holds.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeCalendar(long regionId) {
        jdbc.sql("UPDATE region SET calendar_version = calendar_version + 1 WHERE id = ?")
                .param(regionId)
                .update();
        readAgain(regionId);
    }

    /**
     * Sets an anchor on another day, after {@link #changeCalendar}. Whoever asks knows whether that may be, and what follows from it.
     *
     * @throws IllegalArgumentException when the school year has no such anchor
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveAnchor(long regionId, String schoolYear, String anchor, LocalDate to) {
        var moved = jdbc.sql("UPDATE anchor SET on_date = ? WHERE region_id = ? AND school_year = ? AND code = ?")
                .params(to, regionId, schoolYear, anchor)
                .update();
        if (moved == 0) {
            throw new IllegalArgumentException("Schooljaar " + schoolYear + " heeft geen anker " + anchor);
        }
        loaded.remove(regionId);
    }

    /** Adds a school year at the end of the calendar, after {@link #changeCalendar}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addSchoolYear(long regionId, SchoolYear year) {
        save(regionId, year);
        loaded.remove(regionId);
    }

    /** Reads again what another node has changed. */
    @Scheduled(fixedDelay = 5000)
    void forgetWhatChanged() {
        if (loaded.isEmpty()) {
            return;
        }
        var versions = calendarVersions();
        loaded.entrySet()
                .removeIf(each -> each.getValue().calendarVersion() != versions.getOrDefault(each.getKey(), 0));
    }

    private Map<Long, Integer> calendarVersions() {
        return jdbc
                .sql("SELECT id, calendar_version FROM region")
                .query((rs, n) -> Map.entry(rs.getLong(1), rs.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Within the transaction that changed it, and for everybody once that has ended one way or the other. */
    private void readAgain(long regionId) {
        loaded.remove(regionId);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                loaded.remove(regionId);
            }
        });
    }

    /** Stores a region that is not there yet. */
    @Transactional
    public Region create(RegionDefinition definition) {
        var row = new RegionRow();
        row.code = definition.code();
        row.name = definition.name();
        row.programme = definition.programme();
        row.settings = json.writeValueAsString(definition.settings());
        row.importedAt = clock.instant();
        row.holidayRegion = definition.holidays().region();
        row.schoolWeeks = definition.holidays().schoolWeeks();
        regions.saveAndFlush(row);
        definition.organisations().forEach(organisation -> save(row.id, organisation));
        organisations.flush();
        for (int position = 0; position < definition.roles().size(); position++) {
            save(row.id, position, definition.roles().get(position));
        }
        definition.calendar().forEach(year -> save(row.id, year));
        definition.holidays().all().forEach(holiday -> save(row.id, holiday));
        return region(row.id);
    }

    private void save(long regionId, RegionDefinition.NewOrganisation organisation) {
        var row = new OrganisationRow();
        row.regionId = regionId;
        row.code = organisation.code();
        row.name = organisation.name();
        row.kind = organisation.kind();
        organisations.save(row);
    }

    private void save(long regionId, int position, Role role) {
        jdbc.sql("INSERT INTO role (region_id, code, name, position, rights) VALUES (?, ?, ?, ?, ?)")
                .params(
                        regionId,
                        role.code(),
                        role.name(),
                        position,
                        role.rights().stream().map(Right::name).collect(Collectors.joining(",")))
                .update();
    }

    private void save(long regionId, SchoolYear year) {
        jdbc.sql("INSERT INTO school_year (region_id, code, starts_on, ends_on) VALUES (?, ?, ?, ?)")
                .params(regionId, year.code(), year.startsOn(), year.endsOn())
                .update();
        year.anchors()
                .forEach((code, date) -> jdbc.sql(
                                "INSERT INTO anchor (region_id, school_year, code, on_date) VALUES (?, ?, ?, ?)")
                        .params(regionId, year.code(), code, date)
                        .update());
    }

    private void save(long regionId, SchoolHoliday holiday) {
        jdbc.sql("INSERT INTO school_holiday (region_id, school_year, code, first_day, last_day, advised)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        regionId,
                        holiday.schoolYear(),
                        holiday.code(),
                        holiday.firstDay(),
                        holiday.lastDay(),
                        holiday.advised())
                .update();
    }

    private Loaded loaded(long regionId) {
        var known = loaded.get(regionId);
        if (known != null) {
            return known;
        }
        var read = read(regionId);
        loaded.put(regionId, read);
        return read;
    }

    private Loaded read(long regionId) {
        var calendarVersion = calendarVersions().getOrDefault(regionId, 0);
        var row = regions.findById(regionId)
                .orElseThrow(() -> new IllegalArgumentException("Onbekende regio " + regionId));
        var region = new Region(
                row.id, row.code, row.name, row.programme, json.readValue(row.settings, RegionSettings.class));
        var organisationsById = new LinkedHashMap<Long, Organisation>();
        organisations.findByRegionIdOrderByName(regionId).forEach(o -> organisationsById.put(o.id, o.toOrganisation()));
        var roles = new LinkedHashMap<String, Role>();
        jdbc.sql("SELECT code, name, rights FROM role WHERE region_id = ? ORDER BY position")
                .param(regionId)
                .query((rs, n) -> new Role(rs.getString(1), rs.getString(2), rights(rs.getString(3))))
                .list()
                .forEach(role -> roles.put(role.code(), role));
        var holidays = new SchoolHolidays(row.holidayRegion, row.schoolWeeks, readHolidays(regionId));
        return new Loaded(region, organisationsById, roles, readCalendar(regionId), holidays, calendarVersion);
    }

    private List<SchoolHoliday> readHolidays(long regionId) {
        return jdbc.sql("SELECT school_year, code, first_day, last_day, advised FROM school_holiday"
                        + " WHERE region_id = ? ORDER BY first_day")
                .param(regionId)
                .query((rs, n) -> new SchoolHoliday(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getObject(3, LocalDate.class),
                        rs.getObject(4, LocalDate.class),
                        rs.getBoolean(5)))
                .list();
    }

    private List<SchoolYear> readCalendar(long regionId) {
        var anchors = jdbc
                .sql("SELECT school_year, code, on_date FROM anchor WHERE region_id = ?")
                .param(regionId)
                .query((rs, n) -> new AnchorRow(rs.getString(1), rs.getString(2), rs.getObject(3, LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        AnchorRow::schoolYear, Collectors.toMap(AnchorRow::code, AnchorRow::date)));
        return jdbc.sql("SELECT code, starts_on, ends_on FROM school_year WHERE region_id = ? ORDER BY starts_on")
                .param(regionId)
                .query((rs, n) -> new SchoolYear(
                        rs.getString(1),
                        rs.getObject(2, LocalDate.class),
                        rs.getObject(3, LocalDate.class),
                        anchors.getOrDefault(rs.getString(1), Map.of())))
                .list();
    }

    private static Set<Right> rights(String names) {
        var rights = EnumSet.noneOf(Right.class);
        Arrays.stream(names.split(","))
                .filter(name -> !name.isBlank())
                .map(Right::valueOf)
                .forEach(rights::add);
        return rights;
    }

    private record AnchorRow(String schoolYear, String code, LocalDate date) {}

    private record Loaded(
            Region region,
            Map<Long, Organisation> organisations,
            Map<String, Role> roles,
            List<SchoolYear> calendar,
            SchoolHolidays holidays,
            int calendarVersion) {}
}
