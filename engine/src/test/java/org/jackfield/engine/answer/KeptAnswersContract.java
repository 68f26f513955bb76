package org.jackfield.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jackfield.engine.answer.KeptAnswer.Request;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeping answers does over a store with transactions. */
public abstract class KeptAnswersContract {

    protected static final AccountId ONE = new AccountId("AC" + "1".repeat(32));
    protected static final AccountId TWO = new AccountId("AC" + "2".repeat(32));
    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");
    private static final Duration LIFE = Duration.ofHours(24);

    private KeptAnswers answers;
    private UnitOfWork unit;

    /** An empty store that knows both accounts. */
    protected abstract KeptAnswers answers();

    protected abstract UnitOfWork unit();

    @BeforeEach
    void start() {
        answers = answers();
        unit = unit();
    }

    @Test
    void givesKeptAnswerToTheSecondRequest() {
        assertThat(claim(ONE, "k", NOW)).isEmpty();

        assertThat(claim(ONE, "k", NOW.plusSeconds(9))).map(KeptAnswer::sealedBody).contains("body of k");
        assertThat(claim(TWO, "k", NOW)).isEmpty();
        assertThat(claim(ONE, "other", NOW)).isEmpty();
    }

    @Test
    void forgetsClaimWhenItsUnitRollsBack() {
        assertThatThrownBy(() -> unit.run(() -> {
            answers.claim(request(ONE, "k", NOW), NOW.minus(LIFE));
            throw new IllegalStateException("refused");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(claim(ONE, "k", NOW)).isEmpty();
    }

    @Test
    void forgetsAnswersAfterTheirLife() {
        claim(ONE, "k", NOW);
        claim(TWO, "old", NOW);

        assertThat(claim(ONE, "k", NOW.plus(LIFE).plusSeconds(1))).isEmpty();
        assertThat(claim(TWO, "old", NOW.plus(LIFE).plusSeconds(1))).isEmpty();
    }

    @Test
    void letsTheSecondWaitForTheFirst() throws Exception {
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> unit.run(() -> {
                answers.claim(request(ONE, "k", NOW), NOW.minus(LIFE));
                claimed.countDown();
                await(go);
                answers.keep(answer(request(ONE, "k", NOW)));
            }));
            claimed.await();
            Future<Optional<KeptAnswer>> second = threads.submit(() -> claim(ONE, "k", NOW));
            go.countDown();

            assertThat(second.get()).map(KeptAnswer::sealedBody).contains("body of k");
            first.get();
        }
    }

    private Optional<KeptAnswer> claim(AccountId account, String key, Instant now) {
        return unit.run(() -> {
            Optional<KeptAnswer> kept = answers.claim(request(account, key, now), now.minus(LIFE));
            if (kept.isEmpty()) {
                answers.keep(answer(request(account, key, now)));
            }
            return kept;
        });
    }

    private static Request request(AccountId account, String key, Instant now) {
        return new Request(account, key, "print", now);
    }

    private static KeptAnswer answer(Request request) {
        return new KeptAnswer(request, 201, "application/json", "body of " + request.keyHash());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
