package nl.landingsbaan.platform.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongPredicate;
import nl.landingsbaan.platform.route.EngineVocabulary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Under which key the engine runs what the platform has started.
 *
 * @param startedAs as {@code TransferProgress}
 * @param hasEnded as {@code TransferProgress}
 * @param runsAs as {@code TransferProgress}
 */
record Instances(BiFunction<Long, Long, Optional<Long>> startedAs, LongPredicate hasEnded, RunsAs runsAs) {

    private static final Logger log = LoggerFactory.getLogger(Instances.class);

    /** Takes the id of the subject, the new key and the one before. */
    @FunctionalInterface
    interface RunsAs {
        void accept(long subjectId, long processInstanceKey, long before);
    }

    /**
     * An instance runs. When the subject is held to run already under another key, it was started twice or came back under another
     * key: the engine tells which, because only one of the two is there to be spoken to. The second of two is ended.
     *
     * @return whether this is the one
     */
    boolean isTheOne(CamundaClient client, ActivatedJob job, long subjectId) {
        var instance = job.getProcessInstanceKey();
        var other = startedAs.apply(subjectId, instance);
        if (other.isPresent() && (hasEnded.test(subjectId) || isThere(client, other.get(), subjectId))) {
            log.info("Subject {} was started twice; instance {} ends", subjectId, instance);
            Engine.say(client, c -> c.newCancelInstanceCommand(instance));
            return false;
        }
        other.ifPresent(before -> runsAs.accept(subjectId, instance, before));
        return true;
    }

    /** Whether an instance, or a step in it, is there to be spoken to. */
    static boolean isThere(CamundaClient client, long elementInstanceKey, long subjectId) {
        return Engine.say(
                client,
                c -> c.newSetVariablesCommand(elementInstanceKey)
                        .variables(Map.of(EngineVocabulary.TRANSFER, Long.toString(subjectId))));
    }
}
