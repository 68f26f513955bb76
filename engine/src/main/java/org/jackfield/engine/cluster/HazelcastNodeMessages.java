package org.jackfield.engine.cluster;

import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.node.NodeMessages;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.node.Nodes.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One topic for each node's name; a text for an earlier incarnation is dropped. */
final class HazelcastNodeMessages implements NodeMessages {

    private static final Logger LOG = LoggerFactory.getLogger(HazelcastNodeMessages.class);
    private static final String TOPIC = "node-messages-";

    private final HazelcastInstance hazelcast;
    private final Nodes nodes;
    private final Map<String, List<Consumer<String>>> handlers = new ConcurrentHashMap<>();

    HazelcastNodeMessages(HazelcastInstance hazelcast, Nodes nodes) {
        this.hazelcast = hazelcast;
        this.nodes = nodes;
        topicOf(nodes.self()).addMessageListener(message -> receive(message.getMessageObject()));
    }

    @Override
    public void send(NodeId to, String subject, String text) {
        if (to.equals(nodes.self())) {
            handle(subject, text);
            return;
        }
        try {
            topicOf(to).publishAsync(new NodeMessage(to.toString(), subject, text).encode());
        } catch (HazelcastException | IllegalStateException e) {
            LOG.debug("a message to {} is lost", to, e);
        }
    }

    @Override
    public Registration receive(String subject, Consumer<String> handler) {
        List<Consumer<String>> mine = handlers.computeIfAbsent(subject, key -> new CopyOnWriteArrayList<>());
        Consumer<String> own = text -> handler.accept(text);
        mine.add(own);
        return () -> mine.remove(own);
    }

    private ITopic<String> topicOf(NodeId node) {
        return hazelcast.getTopic(TOPIC + node.name());
    }

    private void receive(String encoded) {
        NodeMessage message = NodeMessage.decode(encoded);
        if (message.to().equals(nodes.self().toString())) {
            handle(message.subject(), message.text());
        }
    }

    private void handle(String subject, String text) {
        for (Consumer<String> handler : handlers.getOrDefault(subject, List.of())) {
            try {
                handler.accept(text);
            } catch (RuntimeException e) {
                LOG.error("a message about {} could not be handled", subject, e);
            }
        }
    }
}
