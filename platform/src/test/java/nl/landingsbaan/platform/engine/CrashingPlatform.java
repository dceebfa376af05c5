package nl.landingsbaan.platform.engine;

import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.CompleteJobRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.landingsbaan.platform.TestPlatform;
import nl.landingsbaan.platform.TestRegions;
import nl.landingsbaan.platform.task.TaskChange;
import nl.landingsbaan.platform.task.TaskCompleted;
import nl.landingsbaan.platform.task.TaskFilter;
import nl.landingsbaan.platform.task.Tasks;
import nl.landingsbaan.platform.time.PlatformClock;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A platform in a JVM of its own, in which a young person is referred and the first task completed, and which stands still at
 * one exact moment and says so, to be killed there.
 */
public final class CrashingPlatform {

    /** What is printed at the moment at which it is to be killed. */
    static final String STANDS_STILL = "STANDS STILL";

    /** Where it stands still. */
    enum Moment {
        A_JOB_IS_RECEIVED_AND_ITS_TASK_NOT_COMMITTED,
        A_COMPLETION_IS_COMMITTED_AND_THE_ENGINE_NOT_TOLD,
        A_COMPLETION_IS_TOLD_AND_THE_ANSWER_NOT_HEARD,
        A_START_IS_TOLD_AND_THE_ANSWER_NOT_HEARD
    }

    private CrashingPlatform() {}

    public static void main(String[] arguments) {
        var platform = new SpringApplicationBuilder(TestPlatform.class, StandStill.class).run(arguments);
        var regions = platform.getBean(TestRegions.class);
        var tasks = platform.getBean(Tasks.class);
        var region = regions.make(
                platform.getEnvironment().getRequiredProperty("crash.region"),
                LocalDate.now(PlatformClock.ZONE).plusMonths(6).withDayOfMonth(1));
        regions.refer(region, "Noor", "Testman");
        var list = Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> tasks.list(region.mentor(), TaskFilter.ALL, null, 10)
                                .tasks(),
                        found -> !found.isEmpty());
        tasks.complete(
                region.mentor(),
                list.getFirst().id(),
                Map.of("coach", Long.toString(region.coach().accountId()), "gaat_door", "ja"));
    }

    /** Stands still for good in the thread that reaches the moment. */
    static class StandStill implements ClientInterceptor {

        private final Moment moment;
        private volatile long completedJob = -1;

        StandStill(@Value("${crash.moment}") Moment moment) {
            this.moment = moment;
        }

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        void taskAppears(TaskChange change) {
            if (moment == Moment.A_JOB_IS_RECEIVED_AND_ITS_TASK_NOT_COMMITTED) {
                standStill();
            }
        }

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        void taskIsCompleted(TaskCompleted completed) {
            completedJob = completed.jobKey();
        }

        @Override
        public <I, O> ClientCall<I, O> interceptCall(
                MethodDescriptor<I, O> method, CallOptions options, Channel channel) {
            return new SimpleForwardingClientCall<>(channel.newCall(method, options)) {

                private boolean answerIsKeptBack;

                @Override
                public void start(Listener<O> listener, Metadata headers) {
                    super.start(
                            new SimpleForwardingClientCallListener<>(listener) {
                                @Override
                                public void onMessage(O message) {
                                    if (answerIsKeptBack) {
                                        standStill();
                                    }
                                    super.onMessage(message);
                                }
                            },
                            headers);
                }

                @Override
                public void sendMessage(I message) {
                    var completion =
                            message instanceof CompleteJobRequest request && request.getJobKey() == completedJob;
                    if (completion && moment == Moment.A_COMPLETION_IS_COMMITTED_AND_THE_ENGINE_NOT_TOLD) {
                        standStill();
                    }
                    answerIsKeptBack = completion && moment == Moment.A_COMPLETION_IS_TOLD_AND_THE_ANSWER_NOT_HEARD
                            || method.getBareMethodName().equals("CreateProcessInstance")
                                    && moment == Moment.A_START_IS_TOLD_AND_THE_ANSWER_NOT_HEARD;
                    super.sendMessage(message);
                }
            };
        }

        private static void standStill() {
            System.out.println(STANDS_STILL);
            try {
                new CountDownLatch(1).await(10, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
