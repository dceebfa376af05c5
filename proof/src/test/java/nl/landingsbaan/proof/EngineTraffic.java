package nl.landingsbaan.proof;

import com.google.protobuf.MessageOrBuilder;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that the platform says to the engine: each request, and the headers that go with it. */
final class EngineTraffic implements ClientInterceptor {

    private final Queue<Object> requests = new ConcurrentLinkedQueue<>();

    List<Object> requests() {
        return List.copyOf(requests);
    }

    <T extends MessageOrBuilder> List<T> requests(Class<T> type) {
        return requests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public <I, O> ClientCall<I, O> interceptCall(MethodDescriptor<I, O> method, CallOptions options, Channel channel) {
        return new SimpleForwardingClientCall<>(channel.newCall(method, options)) {
            @Override
            public void start(Listener<O> listener, Metadata headers) {
                requests.add(headers.toString());
                super.start(listener, headers);
            }

            @Override
            public void sendMessage(I message) {
                requests.add(message);
                super.sendMessage(message);
            }
        };
    }
}
