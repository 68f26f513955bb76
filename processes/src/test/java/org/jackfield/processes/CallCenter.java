package org.jackfield.processes;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.IncomingNumber;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.flow.ShippedFlows;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.loopback.LoopbackNetwork;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.match.QueueRule;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Workspace;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** The engine as an application has it, on a real database and the loopback network, with one tenant. */
final class CallCenter implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("AC00000000000000000000000000000001");
    static final String NUMBER = "+15550199";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        ShippedFlows productFlows() {
            return new ProductFlows();
        }
    }

    final ConfigurableApplicationContext context;
    final LoopbackNetwork network;
    final UnitOfWork unit;
    final WorkAdministration work;
    final WorkStores stores;

    private CallCenter(ConfigurableApplicationContext context) {
        this.context = context;
        network = context.getBean(LoopbackNetwork.class);
        unit = context.getBean(UnitOfWork.class);
        work = context.getBean(WorkAdministration.class);
        stores = context.getBean(WorkStores.class);
    }

    static CallCenter start(Path folder, DatabaseAccess database) {
        return start(folder, database, _ -> {});
    }

    /** As {@link #start(Path, DatabaseAccess)}, with beans of the test's own. */
    static CallCenter start(Path folder, DatabaseAccess database,
            ApplicationContextInitializer<GenericApplicationContext> beans) {
        return new CallCenter(new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
                .initializers(beans)
                .properties(Map.of("jackfield.data-dir", folder.toString(), "jackfield.database.url", database.url(),
                        "jackfield.database.user", database.user(), "jackfield.database.password",
                        database.password(), "jackfield.cluster.port", "0", "jackfield.work.wrap-up-time", "500ms",
                        "jackfield.drain-time", "0s", "spring.main.banner-mode", "off"))
                .run());
    }

    /** The tenant, and his number that runs the flow. */
    void openAccount(String flow) {
        Clock clock = context.getBean(Clock.class);
        unit.run(() -> {
            context.getBean(AccountStore.class)
                    .insert(Account.active(ACCOUNT, "test", TokenHash.of("0123456789abcdef"), clock.instant()));
            context.getBean(NumberStore.class)
                    .insert(new IncomingNumber(ACCOUNT, context.getBean(Ids.class).next(IdPrefix.NUMBER), NUMBER,
                            "main", Optional.of(FlowAddress.parse("flow:" + flow)), clock.instant(),
                            clock.instant()));
        });
    }

    /** The workspace with the queues of the welcome flow. */
    Workspace openWorkspace() {
        Workspace workspace = work.createWorkspace(ACCOUNT, "center");
        for (String queue : List.of("sales", "support")) {
            work.createQueue(ACCOUNT, workspace.id(), new WorkAdministration.QueueSpec(queue,
                    "skills HAS '" + queue + "'", QueueRule.Order.FIFO, 1, Optional.of(Duration.ofSeconds(20)),
                    Optional.empty()));
        }
        return workspace;
    }

    /** An available worker whose phone is {@code sip:NAME@phones.test}. */
    Worker worker(Workspace workspace, String name, String skill) {
        String available = unit.run(() -> stores.workspaces()
                .listActivities(ACCOUNT, workspace.id(), Paging.first(10))
                .stream()
                .filter(Activity::available)
                .findFirst()
                .orElseThrow()
                .id());
        return work.createWorker(ACCOUNT, workspace.id(), new WorkAdministration.NewWorker(name,
                Map.of("skills", List.of(skill), Worker.CONTACT_URI, phoneOf(name)), Optional.of(available),
                Map.of()));
    }

    static String phoneOf(String name) {
        return "sip:" + name + "@phones.test";
    }

    /** What was published under the key. */
    List<Event> events(String key) {
        return context.getBean(EventReader.class)
                .read(new EventReader.Filter(ACCOUNT, Optional.of(key), Set.of()), 0, 500);
    }

    @Override
    public void close() {
        context.close();
    }
}
