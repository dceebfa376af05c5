package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.grpc.ClientInterceptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The connection to the engine. It is watched; when the engine was away and is back, a fresh client takes over, because a
 * client that has failed for long waits minutes before it tries again.
 */
@Component
class EngineConnection implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final int CONNECT_MILLIS = 300;
    private static final int FAILURES_BEFORE_RECONNECT = 3;

    private final EngineProperties properties;
    private final EngineStatus status;
    private final EngineTime time;
    private final JobWorkers workers;
    private final ClientInterceptor[] interceptors;
    private volatile CamundaClient client;
    private int failures;

    EngineConnection(
            EngineProperties properties,
            EngineStatus status,
            EngineTime time,
            JobWorkers workers,
            ObjectProvider<ClientInterceptor> interceptors) {
        this.properties = properties;
        this.status = status;
        this.time = time;
        this.workers = workers;
        this.interceptors = interceptors.orderedStream().toArray(ClientInterceptor[]::new);
    }

    /**
     * The client to say something with.
     *
     * @throws EngineUnavailable when the engine cannot be reached
     */
    CamundaClient client() {
        var current = client;
        if (current == null || !status.isReachable()) {
            throw new EngineUnavailable("De route-motor is niet bereikbaar");
        }
        return current;
    }

    @Override
    public void start() {
        open();
    }

    @Override
    public void stop() {
        close(client);
        client = null;
        status.set(false);
    }

    @Override
    public boolean isRunning() {
        return client != null;
    }

    @Scheduled(fixedDelay = 1000)
    void watch() {
        var current = client;
        if (current == null) {
            return;
        }
        if (isProcessing(current)) {
            failures = 0;
            if (!status.isReachable()) {
                log.info("The engine is reachable");
                status.set(true);
            }
            return;
        }
        failures++;
        if (status.isReachable()) {
            log.warn("The engine is not reachable; work goes on and it is told later");
            status.set(false);
        }
        if (failures % FAILURES_BEFORE_RECONNECT == 0 && portAnswers()) {
            close(current);
            open();
        }
    }

    private boolean isProcessing(CamundaClient current) {
        try {
            var brokers = current.newTopologyRequest()
                    .requestTimeout(ANSWER_WITHIN)
                    .send()
                    .join()
                    .getBrokers();
            var partitions = brokers.stream()
                    .flatMap(broker -> broker.getPartitions().stream())
                    .toList();
            return partitions.stream().anyMatch(partition -> partition.isLeader())
                    && partitions.stream().noneMatch(partition -> partition.getHealth() == PartitionBrokerHealth.DEAD)
                    && time.follows();
        } catch (ClientException | EngineUnavailable e) {
            log.debug("The engine did not answer", e);
            return false;
        }
    }

    private boolean portAnswers() {
        var address = properties.grpcAddress();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void open() {
        client = CamundaClient.newClientBuilder()
                .grpcAddress(properties.grpcAddress())
                .preferRestOverGrpc(false)
                .numJobWorkerExecutionThreads(properties.threads())
                .withInterceptors(interceptors)
                .build();
        workers.open(client);
    }

    private void close(CamundaClient old) {
        workers.close();
        if (old != null) {
            old.close();
        }
    }
}
