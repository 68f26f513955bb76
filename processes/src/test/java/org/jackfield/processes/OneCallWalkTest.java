package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.call.run.CallCensus;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.IncomingNumber;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackNetwork;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.loopback.ToneVoice;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The way of one inbound call, step by step as the design lists it, through the shipped flow: everything is real but the
 * phones, which stand in the loopback network.
 */
class OneCallWalkTest {

    private static final AccountId ACCOUNT = new AccountId("AC" + "1".repeat(32));
    private static final String NUMBER = "+15550100";
    private static final String AGENT = "sip:agent@example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Sound CALLERS_VOICE = Sound.of(new short[]{100});
    private static final Sound AGENTS_VOICE = Sound.of(new short[]{200});

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext application;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class WholeEngine {}

    @BeforeAll
    static void start() {
        application = new SpringApplicationBuilder(WholeEngine.class)
                .run("--jackfield.data-dir=" + folder, "--jackfield.cluster.port=0", "--jackfield.drain-time=1s");
        bean(AccountStore.class)
                .insert(Account.active(ACCOUNT, "walk", TokenHash.of("a-token-of-the-walk"), Instant.EPOCH));
        bean(NumberStore.class).insert(new IncomingNumber(ACCOUNT, "PN" + "1".repeat(32), NUMBER, "walk",
                Optional.of(FlowAddress.parse("flow:welcome")), Instant.EPOCH, Instant.EPOCH));
        deploy("welcome.bpmn", "work-item.bpmn", "opening-hours.dmn", "queue-choice.dmn");
        WorkAdministration work = bean(WorkAdministration.class);
        Workspace workspace = work.createWorkspace(ACCOUNT, "center");
        work.createQueue(ACCOUNT, workspace.id(), new WorkAdministration.QueueSpec("sales", "1==1"));
        String available = work.createActivity(ACCOUNT, workspace.id(), "Ready", true).id();
        work.createWorker(ACCOUNT, workspace.id(), new WorkAdministration.NewWorker("ann",
                Map.of("contact_uri", AGENT), Optional.of(available), Map.of()));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void walksFromTheCallToTheAgentAndBack() {
        LoopbackPhone agent = bean(LoopbackNetwork.class).phone(AGENT);
        LoopbackCall caller = bean(LoopbackNetwork.class).phone("+15550199").call(NUMBER);
        until("the greeting", () -> said(caller).startsWith("Welcome"));
        until("the menu", () -> said(caller).startsWith("For sales"));
        caller.press("1");
        LoopbackCall ring = ring(agent);
        until("music while it rings", () -> said(caller).equals("prompt:hold-music"));

        ring.answer();
        caller.say(CALLERS_VOICE);
        ring.say(AGENTS_VOICE);
        until("each hears the other", () -> caller.hears().equals(Optional.of(AGENTS_VOICE))
                && ring.hears().equals(Optional.of(CALLERS_VOICE)));
        ring.hangUp();
        until("thanks", () -> said(caller).startsWith("Thank you"));
        until("the end", () -> caller.display() == Display.ENDED);

        until("nothing is left in memory",
                () -> bean(CallEngine.class).census().equals(new CallCensus(0, 0, 0)));
        assertRecords(caller.leg(), ring.leg());
        assertEvents(caller.leg());
    }

    @Test
    void cancelsTheItemWhenTheCallerHangsUpWhileItRings() {
        LoopbackPhone agent = bean(LoopbackNetwork.class).phone(AGENT);
        LoopbackCall caller = bean(LoopbackNetwork.class).phone("+15550198").call(NUMBER);
        until("the menu", () -> said(caller).startsWith("For sales"));
        caller.press("1");
        LoopbackCall ring = ring(agent);

        caller.hangUp();

        until("the agent's phone is silent", () -> ring.display() == Display.ENDED);
        List<String> types = typesUntil(caller.leg(), "work-item.canceled", "welcome.abandoned");
        assertThat(types).contains("call.completed", "work-item.canceled", "welcome.abandoned");
        until("nothing is left in memory",
                () -> bean(CallEngine.class).census().equals(new CallCensus(0, 0, 0)));
    }

    private static void assertRecords(String call, String agentsLeg) {
        Call root = bean(Calls.class).find(ACCOUNT, call).orElseThrow();
        Call leg = bean(Calls.class).find(ACCOUNT, agentsLeg).orElseThrow();
        assertThat(root.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(leg.status()).isEqualTo(CallStatus.COMPLETED);
        assertThat(leg.parties().parent()).contains(call);
        Recording recording = bean(Recordings.class).list(ACCOUNT, Recordings.Filter.ofCall(call), Paging.first(9))
                .getFirst();
        assertThat(recording.status()).isEqualTo(Recording.Status.COMPLETED);
        assertThat(folder.resolve("recordings").resolve(recording.file())).matches(Files::exists, "is there");
        assertThat(recording.workItem()).isPresent();
    }

    private static void assertEvents(String call) {
        List<String> types = typesUntil(call, "work-item.assigned", "call.completed", "recording.completed");
        assertThat(types).startsWith("call.received", "call.started");
        assertThat(types).containsSubsequence("call.received", "call.answered", "welcome.queue-chosen",
                "work-item.created", "work-item.reserved", "reservation.accepted", "call.completed");
    }

    private static List<String> typesUntil(String call, String... wanted) {
        EventReader.Filter filter = new EventReader.Filter(ACCOUNT, Optional.of(call), Set.of());
        AtomicReference<List<String>> types = new AtomicReference<>(List.of());
        until("the events " + List.of(wanted), () -> {
            types.set(bean(EventReader.class).read(filter, 0, 500).stream().map(Event::type).toList());
            return types.get().containsAll(List.of(wanted));
        });
        return types.get();
    }

    private static LoopbackCall ring(LoopbackPhone phone) {
        AtomicReference<Optional<LoopbackCall>> ring = new AtomicReference<>(Optional.empty());
        until("the agent's phone rings", () -> {
            ring.set(phone.nextRing());
            return ring.get().isPresent();
        });
        return ring.get().orElseThrow();
    }

    private static String said(LoopbackCall call) {
        return call.hears().flatMap(bean(ToneVoice.class)::textOf).orElse("");
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).until(condition);
    }

    private static <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private static void deploy(String... files) {
        for (String file : files) {
            bean(FlowEngine.class).processEngine()
                    .getRepositoryService()
                    .createDeployment()
                    .tenantId(ACCOUNT.value())
                    .addClasspathResource("jackfield/flows/" + file)
                    .deploy();
        }
    }
}
