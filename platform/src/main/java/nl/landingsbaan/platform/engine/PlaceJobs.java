package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import nl.landingsbaan.platform.place.HeldPlace;
import nl.landingsbaan.platform.place.PlaceQueue;
import nl.landingsbaan.platform.place.Wish;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.transfer.TransferProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The listeners of a stretch for which a place is needed: the first waits until there is one, the last gives it back. As with a
 * task the job that waits is held with a long lease, and completed through the outbox.
 */
@Component
class PlaceJobs {

    private static final Logger log = LoggerFactory.getLogger(PlaceJobs.class);
    private static final int AT_ONCE = 100;

    private final Routes routes;
    private final TransferProgress transfers;
    private final PlaceQueue places;
    private final StepProbe probe;
    private final ObjectProvider<EngineConnection> connection;

    PlaceJobs(
            Routes routes,
            TransferProgress transfers,
            PlaceQueue places,
            StepProbe probe,
            ObjectProvider<EngineConnection> connection) {
        this.routes = routes;
        this.transfers = transfers;
        this.places = places;
        this.probe = probe;
        this.connection = connection;
    }

    void wanted(CamundaClient client, ActivatedJob job) {
        var code = routes.place(job.getProcessDefinitionKey(), job.getElementId());
        var transferId = EngineSubjects.of(job);
        var regionId = transfers.regionOf(transferId);
        if (code.isEmpty() || regionId.isEmpty()) {
            Engine.giveBack(client, job.getKey());
            return;
        }
        var wish = new Wish(regionId.get(), transferId, code.get(), job.getElementInstanceKey(), job.getKey());
        var known = places.known(wish.regionId(), transferId, wish.elementInstanceKey());
        if (known.isEmpty()) {
            if (!adoptWhatIsGone(client, wish)) {
                places.wish(wish);
            }
        } else if (known.get().jobKey() != wish.jobKey()) {
            adopt(client, known.get(), wish);
        } else if (known.get().given()) {
            Engine.say(client, c -> c.newCompleteCommand(job.getKey()));
            return;
        }
        var stillWaits = probe.hold(client, job.getKey());
        known.filter(place -> place.ended() && stillWaits).ifPresent(places::reopen);
    }

    /** What the transfer has or waits for under a key that is gone is this, back under another. */
    private boolean adoptWhatIsGone(CamundaClient client, Wish wish) {
        for (var other : places.open(wish.regionId(), wish.transferId())) {
            if (other.code().equals(wish.code()) && isGone(client, other)) {
                adopt(client, other, wish);
                return true;
            }
        }
        return false;
    }

    private void adopt(CamundaClient client, HeldPlace place, Wish wish) {
        places.adopt(place, wish);
        if (place.given()) {
            Engine.say(client, c -> c.newCompleteCommand(wish.jobKey()));
        }
    }

    void left(CamundaClient client, ActivatedJob job) {
        var transferId = EngineSubjects.of(job);
        transfers.regionOf(transferId).ifPresent(regionId -> {
            var known = places.known(regionId, transferId, job.getElementInstanceKey());
            known.ifPresentOrElse(places::end, () -> sweep(client, regionId, transferId));
        });
        Engine.say(client, c -> c.newCompleteCommand(job.getKey()));
    }

    /** Gives back what the engine has dropped of a transfer, because an event took it away. */
    void sweep(CamundaClient client, long regionId, long transferId) {
        if (places.concerns(regionId)) {
            places.open(regionId, transferId).forEach(place -> look(client, place));
        }
    }

    /** Nothing tells of a stretch that was taken away by an event after which nothing more comes: so each is asked after daily. */
    @Scheduled(fixedDelay = 30_000)
    void lookAfterAll() {
        try {
            var client = connection.getObject().client();
            places.dueForALook(AT_ONCE).forEach(place -> look(client, place));
        } catch (EngineUnavailable e) {
            log.debug("Places are looked after when the engine is back: {}", e.getMessage());
        }
    }

    private void look(CamundaClient client, HeldPlace place) {
        if (isGone(client, place)) {
            places.end(place);
        }
    }

    /** Of who waits the job is there; of who has a place, the stretch. */
    private boolean isGone(CamundaClient client, HeldPlace place) {
        return place.given()
                ? !Instances.isThere(client, place.elementInstanceKey(), place.transferId())
                : !probe.hold(client, place.jobKey());
    }
}
