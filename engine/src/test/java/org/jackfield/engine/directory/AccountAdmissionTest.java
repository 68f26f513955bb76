package org.jackfield.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.Admission.Verdict;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountAdmissionTest {

    private static final AccountId ACCOUNT = new AccountId("ACa");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final AccountAdmission admission = new AccountAdmission(accounts, new DirectUnitOfWork());

    @BeforeEach
    void addAccount() {
        accounts.insert(account(Account.Status.ACTIVE, 2));
    }

    @Test
    void admitsUpToTheLimitAndAgainAfterRelease() {
        assertThat(admission.admit(ACCOUNT, "a")).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.admit(ACCOUNT, "b")).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.admit(ACCOUNT, "b")).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.admit(ACCOUNT, "c")).isEqualTo(Verdict.TOO_MANY_CALLS);

        admission.release(ACCOUNT, "a");
        admission.release(ACCOUNT, "a");

        assertThat(admission.admit(ACCOUNT, "c")).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.admittedCalls()).isEqualTo(2);
    }

    @Test
    void refusesUnknownAndSuspendedAccounts() {
        accounts.update(account(Account.Status.SUSPENDED, 2));

        assertThat(admission.admit(ACCOUNT, "a")).isEqualTo(Verdict.ACCOUNT_SUSPENDED);
        assertThat(admission.admit(new AccountId("ACb"), "a")).isEqualTo(Verdict.ACCOUNT_UNKNOWN);
        assertThat(admission.admittedCalls()).isZero();
    }

    @Test
    void refusesEverythingWhileDraining() {
        admission.drain();

        assertThat(admission.admit(ACCOUNT, "a")).isEqualTo(Verdict.DRAINING);
    }

    private static Account account(Account.Status status, int maxCalls) {
        return new Account(ACCOUNT, "test", status, TokenHash.of("t"), maxCalls, Optional.empty(), NOW, NOW);
    }
}
