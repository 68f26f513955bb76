package org.jackfield.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.run.CallCensus;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.IncomingNumber;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackNetwork;
import org.jackfield.engine.loopback.ToneVoice;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample is started as its user would start it, and called. */
class EngineOnlyApplicationTest {

    private static final AccountId ACCOUNT = new AccountId("AC" + "1".repeat(32));
    private static final String NUMBER = "+15550100";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void runsTheFlowOfTheNumberThatIsCalled() {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(EngineOnlyApplication.class)
                .run("--jackfield.data-dir=" + folder, "--jackfield.cluster.port=0", "--jackfield.drain-time=1s")) {
            setUp(application);
            LoopbackCall call = application.getBean(LoopbackNetwork.class).phone("+15550199").call(NUMBER);

            await("the prompt").atMost(PATIENCE).until(() -> heard(application, call).equals("Press a key."));
            call.press("7");
            await("the goodbye").atMost(PATIENCE).until(() -> heard(application, call).equals("Goodbye."));
            await("the end").atMost(PATIENCE).until(() -> call.display() == Display.ENDED);

            await("the mailbox is gone").atMost(PATIENCE)
                    .until(() -> application.getBean(CallEngine.class).census().equals(new CallCensus(0, 0, 0)));
            Call record = application.getBean(Calls.class).find(ACCOUNT, call.leg()).orElseThrow();
            assertThat(record.status()).isEqualTo(CallStatus.COMPLETED);
            assertThat(record.run().flowKey()).contains("menu");
            assertPublished(application.getBean(EventReader.class), call.leg());
        }
    }

    private static void assertPublished(EventReader reader, String call) {
        EventReader.Filter filter = new EventReader.Filter(ACCOUNT, Optional.of(call),
                Set.of("call.received", "digit.pressed", "call.completed"));
        await("the events").atMost(PATIENCE).until(() -> reader.read(filter, 0, 10).size() == 3);
        assertThat(reader.read(filter, 0, 10)).extracting(Event::type)
                .containsExactly("call.received", "digit.pressed", "call.completed");
        assertThat(reader.read(filter, 0, 10).get(1).data().get("digit")).isEqualTo("7");
    }

    private static String heard(ConfigurableApplicationContext application, LoopbackCall call) {
        return call.hears().flatMap(application.getBean(ToneVoice.class)::textOf).orElse("");
    }

    private static void setUp(ConfigurableApplicationContext application) {
        application.getBean(AccountStore.class)
                .insert(Account.active(ACCOUNT, "sample", TokenHash.of("a-token-of-the-sample"), Instant.EPOCH));
        application.getBean(NumberStore.class)
                .insert(new IncomingNumber(ACCOUNT, "PN" + "1".repeat(32), NUMBER, "sample",
                        Optional.of(FlowAddress.parse("flow:menu")), Instant.EPOCH, Instant.EPOCH));
        application.getBean(FlowEngine.class)
                .processEngine()
                .getRepositoryService()
                .createDeployment()
                .tenantId(ACCOUNT.value())
                .addClasspathResource("flows/menu.bpmn")
                .deploy();
    }
}
