package org.jackfield.engine.fault;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jackfield.engine.cluster.Cluster;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.OfferDesk;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.WorkItemFlow;
import org.jackfield.engine.wiring.ClusterAutoConfiguration;
import org.jackfield.engine.wiring.DataFolderAutoConfiguration;
import org.jackfield.engine.wiring.DatabaseAutoConfiguration;
import org.jackfield.engine.wiring.EventAutoConfiguration;
import org.jackfield.engine.wiring.NodeAutoConfiguration;
import org.jackfield.engine.wiring.TimeAutoConfiguration;
import org.jackfield.engine.wiring.UnitOfWorkAutoConfiguration;
import org.jackfield.engine.wiring.WorkAutoConfiguration;
import org.jackfield.engine.wiring.WorkStoresAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A node with the engine's stores, events, cluster and work distribution, wired as in the product, and nothing else: in a
 * process of its own it starts in seconds. It takes commands on standard input, each answered by a line that begins with the
 * command's tag, and tells of offers on standard output:
 *
 * <pre>
 * TAG enqueue QUEUE       -> TAG done ITEM
 * TAG accept RESERVATION  -> TAG done | TAG late
 * TAG complete ITEM       -> TAG done | TAG late
 * TAG members -           -> TAG done HOW-MANY
 *                            offer RESERVATION WORKER ITEM
 * </pre>
 *
 * What fails is answered {@code TAG failed WHY}.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(classes = {DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class,
    DataFolderAutoConfiguration.class, DatabaseAutoConfiguration.class, TimeAutoConfiguration.class,
    UnitOfWorkAutoConfiguration.class, EventAutoConfiguration.class, NodeAutoConfiguration.class,
    ClusterAutoConfiguration.class, WorkStoresAutoConfiguration.class, WorkAutoConfiguration.class})
public class SlimNode {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true,
            StandardCharsets.UTF_8);

    /** Offers are told to the test's agents. */
    @Bean
    OfferDesk offerDesk() {
        return new OfferDesk() {
            @Override
            public void offer(Offer offer) {
                tell("offer %s %s %s".formatted(offer.reservationId(), offer.workerId(), offer.workItemId()));
            }

            @Override
            public void rescind(Offer offer) {
                tell("rescinded " + offer.reservationId());
            }

            @Override
            public void expired(AccountId account, String subject, String workItemId) {
                tell("expired " + workItemId);
            }
        };
    }

    /** No model: these items are for volume. */
    @Bean
    WorkItemFlow noModel() {
        return new WorkItemFlow() {
            @Override
            public String start(AccountId account, String workItemId, String subject, String queue) {
                return "";
            }

            @Override
            public void tell(AccountId account, String processInstanceId, Fact fact) {}
        };
    }

    /** The settings come as system properties. Ends when its input does. */
    public static void main(String[] arguments) throws IOException {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SlimNode.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(arguments);
                ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            tell("ready " + context.getBean(Nodes.class).self());
            Cluster cluster = context.getBean(Cluster.class);
            WorkDistribution work = context.getBean(WorkDistribution.class);
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ", -1);
                hands.execute(() -> tell(words[0] + " " + answer(() -> words[1].equals("members")
                        ? "done " + cluster.size()
                        : carryOut(work, words[1], words[2]))));
            }
        }
    }

    private static String carryOut(WorkDistribution work, String command, String id) {
        return switch (command) {
            case "enqueue" ->
                "done " + work.enqueue(new NewWorkItem(ACCOUNT, new Destination.ToQueue(id), "default", "",
                        Map.of(), new Terms(0, Duration.ofHours(1))));
            case "accept" -> word(work.accept(ACCOUNT, id));
            case "complete" -> word(work.complete(ACCOUNT, id, ""));
            default -> "failed unknown-command";
        };
    }

    private static String word(Answer answer) {
        return answer == Answer.DONE ? "done" : "late";
    }

    private static String answer(Supplier<String> work) {
        try {
            return work.get();
        } catch (DomainException e) {
            return "failed " + e.code();
        } catch (RuntimeException e) {
            return "failed " + e.getClass().getSimpleName();
        }
    }

    private static synchronized void tell(String line) {
        OUT.println(line);
    }
}
