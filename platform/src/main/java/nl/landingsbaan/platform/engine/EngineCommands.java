package nl.landingsbaan.platform.engine;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import io.camunda.client.api.response.Process;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import nl.landingsbaan.platform.gathering.GatheringStarted;
import nl.landingsbaan.platform.place.PlaceGiven;
import nl.landingsbaan.platform.route.RouteProblem;
import nl.landingsbaan.platform.route.RouteVersionPublished;
import nl.landingsbaan.platform.route.Routes;
import nl.landingsbaan.platform.task.TaskCompleted;
import nl.landingsbaan.platform.transfer.RouteEventReported;
import nl.landingsbaan.platform.transfer.TransferProgress;
import nl.landingsbaan.platform.transfer.TransferStarted;
import nl.landingsbaan.platform.transfer.TransferStopped;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What the platform has to tell the engine. Each listener is an entry in the outbox: stored with the change that caused it, and
 * repeated until it has returned. Without a transaction of their own, so that no database connection waits for the engine.
 */
@Component
class EngineCommands {

    /** As long as a route takes: what is reported before the route waits for it is not lost. */
    private static final Duration MESSAGE_LIFE = Duration.ofDays(800);

    private final EngineConnection connection;
    private final Routes routes;
    private final TransferProgress transfers;

    EngineCommands(EngineConnection connection, Routes routes, TransferProgress transfers) {
        this.connection = connection;
        this.routes = routes;
        this.transfers = transfers;
    }

    @Async
    @TransactionalEventListener
    void deploy(RouteVersionPublished published) {
        var resources = routes.deployment(published.routeVersionId());
        var client = connection.client();
        var command = client.newDeployResourceCommand();
        DeployResourceCommandStep2 bundle = null;
        for (var resource : resources) {
            var xml = resource.xml().getBytes(StandardCharsets.UTF_8);
            bundle = (bundle == null ? command : bundle).addResourceBytes(xml, resource.resourceName());
        }
        try {
            DeploymentEvent deployment = bundle.send().join();
            routes.deployed(
                    published.routeVersionId(),
                    deployment.getProcesses().stream()
                            .collect(Collectors.toMap(Process::getBpmnProcessId, Process::getProcessDefinitionKey)));
        } catch (ClientStatusException e) {
            if (e.getStatusCode() != Status.Code.INVALID_ARGUMENT) {
                throw new EngineUnavailable(e.getStatusCode().name());
            }
            routes.rejected(published.routeVersionId(), List.of(refusal(e)));
        } catch (ClientException e) {
            throw new EngineUnavailable(e.getClass().getSimpleName());
        }
    }

    /** Doing it twice starts two instances, of which {@link ProgressJobs#transferStarted} ends the second. */
    @Async
    @TransactionalEventListener
    void start(TransferStarted started) {
        var definition = routes.rootDefinitionKey(started.routeVersionId())
                .orElseThrow(() -> new EngineUnavailable("Route " + started.routeVersionId() + " is not deployed yet"));
        Engine.say(
                connection.client(),
                client -> client.newCreateInstanceCommand()
                        .processDefinitionKey(definition)
                        .variables(started.variables()));
    }

    /** As for a transfer: {@link GroupJobs#started} ends the second. */
    @Async
    @TransactionalEventListener
    void start(GatheringStarted started) {
        var definition = routes.definitionKey(started.routeVersionId(), started.processId())
                .orElseThrow(() -> new EngineUnavailable("Route " + started.routeVersionId() + " is not deployed yet"));
        Engine.say(
                connection.client(),
                client -> client.newCreateInstanceCommand()
                        .processDefinitionKey(definition)
                        .variables(started.variables()));
    }

    /** Doing it twice is harmless: the engine knows a message by its id. */
    @Async
    @TransactionalEventListener
    void tell(RouteEventReported reported) {
        try {
            Engine.say(
                    connection.client(),
                    client -> client.newPublishMessageCommand()
                            .messageName(reported.messageName())
                            .correlationKey(Long.toString(reported.transferId()))
                            .messageId(reported.messageId())
                            .timeToLive(MESSAGE_LIFE)
                            .variables(reported.variables()));
        } catch (ClientStatusException e) {
            if (e.getStatusCode() != Status.Code.ALREADY_EXISTS) {
                throw e;
            }
        }
    }

    /** Doing it twice is harmless: a job that is completed, or whose step a timer took, is not found. */
    @Async
    @TransactionalEventListener
    void complete(TaskCompleted completed) {
        Engine.say(
                connection.client(),
                client -> client.newCompleteCommand(completed.jobKey()).variables(completed.variables()));
    }

    /** Doing it twice is harmless, as with {@link #complete}. */
    @Async
    @TransactionalEventListener
    void letIn(PlaceGiven given) {
        Engine.say(connection.client(), client -> client.newCompleteCommand(given.jobKey()));
    }

    /** Doing it twice is harmless: what is ended is not found. */
    @Async
    @TransactionalEventListener
    void stop(TransferStopped stopped) {
        Engine.say(connection.client(), client -> client.newCancelInstanceCommand(stopped.processInstanceKey()));
        transfers.stopped(stopped.transferId());
    }

    private static RouteProblem refusal(ClientStatusException e) {
        return new RouteProblem(
                null, null, null, e.getStatus().getDescription(), "Pas de tekening aan en publiceer opnieuw.");
    }
}
