package org.jackfield.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jackfield.engine.flow.ShippedFlows;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.wiring.ClusterAutoConfiguration;
import org.jackfield.engine.wiring.DataFolderAutoConfiguration;
import org.jackfield.engine.wiring.DatabaseAutoConfiguration;
import org.jackfield.engine.wiring.EventAutoConfiguration;
import org.jackfield.engine.wiring.FlowEngineAutoConfiguration;
import org.jackfield.engine.wiring.FlowsAutoConfiguration;
import org.jackfield.engine.wiring.NodeAutoConfiguration;
import org.jackfield.engine.wiring.TimeAutoConfiguration;
import org.jackfield.engine.wiring.UnitOfWorkAutoConfiguration;
import org.jackfield.engine.wiring.WorkAutoConfiguration;
import org.jackfield.engine.wiring.WorkStoresAutoConfiguration;
import org.jackfield.engine.work.OfferDesk;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkItemFlow;
import org.jackfield.processes.ProductFlows;
import org.springframework.beans.factory.annotation.Qualifier;
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
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine in this JVM: its stores, events, work distribution and workflow engine, wired as in the product, without telephony
 * and HTTP. Who works with it hears the offers. One at a time: the workflow engine allows no second one in a JVM.
 */
final class EngineNode implements AutoCloseable {

    /** Whether an item has a process instance of its own. */
    enum Model {
        DEFAULT,
        NONE
    }

    private final ConfigurableApplicationContext context;

    private EngineNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static EngineNode start(DatabaseAccess database, Path folder) {
        return new EngineNode(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--spring.config.name=none", "--spring.main.banner-mode=off", "--logging.level.root=warn",
                        "--jackfield.data-dir=" + folder, "--jackfield.database.url=" + database.url(),
                        "--jackfield.database.user=" + database.user(),
                        "--jackfield.database.password=" + database.password()));
    }

    WorkDistribution work() {
        return context.getBean(WorkDistribution.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    void hearOffers(OfferDesk desk) {
        context.getBean(Desk.class).to.set(desk);
    }

    /** Of the items that come from now on. */
    void model(Model model) {
        context.getBean(Switch.class).model.set(model);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Tells offers to whoever wants them now. */
    static final class Desk implements OfferDesk {

        private final AtomicReference<OfferDesk> to = new AtomicReference<>();

        private List<OfferDesk> listeners() {
            OfferDesk desk = to.get();
            return desk == null ? List.of() : List.of(desk);
        }

        @Override
        public void offer(Offer offer) {
            listeners().forEach(desk -> desk.offer(offer));
        }

        @Override
        public void rescind(Offer offer) {
            listeners().forEach(desk -> desk.rescind(offer));
        }

        @Override
        public void expired(AccountId account, String subject, String workItemId) {
            listeners().forEach(desk -> desk.expired(account, subject, workItemId));
        }
    }

    /** Starts the product's process of an item, or none. */
    static final class Switch implements WorkItemFlow {

        private final WorkItemFlow product;
        private final AtomicReference<Model> model = new AtomicReference<>(Model.DEFAULT);

        Switch(WorkItemFlow product) {
            this.product = product;
        }

        @Override
        public String start(AccountId account, String workItemId, String subject, String queue) {
            return model.get() == Model.DEFAULT ? product.start(account, workItemId, subject, queue) : "";
        }

        @Override
        public void tell(AccountId account, String processInstanceId, Fact fact) {
            if (!processInstanceId.isEmpty()) {
                product.tell(account, processInstanceId, fact);
            }
        }
    }

    /** The parts of the product that are needed. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(classes = {DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class, TransactionAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class,
        DataFolderAutoConfiguration.class, DatabaseAutoConfiguration.class, TimeAutoConfiguration.class,
        UnitOfWorkAutoConfiguration.class, EventAutoConfiguration.class, NodeAutoConfiguration.class,
        ClusterAutoConfiguration.class, WorkStoresAutoConfiguration.class, WorkAutoConfiguration.class,
        FlowEngineAutoConfiguration.class, FlowsAutoConfiguration.class})
    static class Wiring {

        @Bean
        Desk offers() {
            return new Desk();
        }

        @Bean
        ShippedFlows shippedFlows() {
            return new ProductFlows();
        }

        @Bean
        @Primary
        Switch switched(@Qualifier("workItemFlow") WorkItemFlow product) {
            return new Switch(product);
        }
    }
}
