package nl.landingsbaan.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.landingsbaan.platform.people.Actor;
import nl.landingsbaan.platform.region.Right;
import nl.landingsbaan.platform.task.TaskLine;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.transfer.FormRefused;
import nl.landingsbaan.platform.transfer.Referral;
import nl.landingsbaan.platform.transfer.Referrals;
import nl.landingsbaan.platform.transfer.TransferFilter;
import nl.landingsbaan.platform.transfer.TransferSummary;
import nl.landingsbaan.platform.transfer.Transfers;

/** A young person, who is referred. */
final class YoungPersonLead implements Lead {

    private final Transfers transfers;
    private final Referrals referrals;
    private final Tasks tasks;
    private final Cast cast;
    private final Words referral;
    private final String firstName;
    private final LocalDate born;
    private final Written written;
    private long transfer;
    private Actor overseer;

    YoungPersonLead(
            Transfers transfers,
            Referrals referrals,
            Tasks tasks,
            Cast cast,
            Words referral,
            String firstName,
            LocalDate born,
            Written written) {
        this.transfers = transfers;
        this.referrals = referrals;
        this.tasks = tasks;
        this.cast = cast;
        this.referral = referral;
        this.firstName = firstName;
        this.born = born;
        this.written = written;
    }

    @Override
    public Beginning begin() {
        var referrer = cast.person(referral.text("door"));
        var answers = written.answers(
                referrals.form(referrer).form(), Map.of(), Scenario.REFERRAL, referral.map("antwoorden"), List.of());
        try {
            transfer = referrals.refer(
                    referrer,
                    new Referral(
                            firstName + " " + SchoolYearPass.MARK,
                            SchoolYearPass.MARK,
                            born,
                            referrer.memberships().getFirst().organisationId(),
                            answers));
        } catch (FormRefused e) {
            throw new Otherwise("de aanmelding werd geweigerd om " + e.errors());
        }
        cast.referred(firstName, transfer);
        return new Beginning(referral.text("door") + " meldt de jongere aan", answers);
    }

    @Override
    public long id() {
        return transfer;
    }

    /** Somebody who coordinates for the young person. */
    @Override
    public Optional<Actor> overseer() {
        if (overseer == null) {
            overseer = cast.people().values().stream()
                    .filter(actor -> actor.may(Right.COORDINATE))
                    .filter(actor -> mine(actor).isPresent())
                    .findFirst()
                    .orElse(null);
        }
        return Optional.ofNullable(overseer);
    }

    @Override
    public List<TaskLine> way(Actor overseer) {
        return tasks.way(overseer, transfer);
    }

    @Override
    public String phase() {
        return overseer()
                .map(actor -> transfers.dossier(actor, transfer).summary().phase())
                .orElse(null);
    }

    /** How it ended, as those know it who gave the last answer: to others without consent it is unknown. */
    @Override
    public String outcome() {
        var known = cast.people().values().stream()
                .flatMap(actor -> mine(actor).stream())
                .map(TransferSummary::outcome)
                .filter(outcome -> outcome != null)
                .distinct()
                .toList();
        return known.stream()
                .filter(outcome -> !outcome.equals(TransferSummary.UNKNOWN))
                .findFirst()
                .orElse(known.isEmpty() ? null : TransferSummary.UNKNOWN);
    }

    @Override
    public Optional<Integer> members() {
        return Optional.empty();
    }

    private Optional<TransferSummary> mine(Actor actor) {
        return transfers.list(actor, TransferFilter.ALL, 0, 500).stream()
                .filter(each -> each.id() == transfer)
                .findFirst();
    }
}
