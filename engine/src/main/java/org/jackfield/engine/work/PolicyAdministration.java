package org.jackfield.engine.work;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.policy.PolicyProblem;

/**
 * How routing policies are set up and changed. Items that are under way go on by the changed policy from where they are, unless the
 * change says that they are evaluated anew.
 * Joins an open unit of work. Thread-safe.
 *
 * <p>
 * All methods throw {@link org.jackfield.engine.error.DomainException}: NOT_FOUND for an unknown or foreign id,
 * INVALID_PARAMETER with every problem of the document and its place, INVALID_URL, FALLBACK_ALONE, CONFLICT when the name is
 * taken or the policy in use.
 */
public interface PolicyAdministration {

    Saved create(AccountId account, String workspaceId, PolicySpec spec);

    Saved update(AccountId account, String workspaceId, String policyId, PolicySpec spec);

    void delete(AccountId account, String workspaceId, String policyId);

    /**
     * A policy to be.
     *
     * @param evaluatesAnew of a change, whether items that wait by it go through it as if they came in now; those that
     * are being offered do so when the offer comes to nothing
     */
    record PolicySpec(String name, Map<String, ?> document, Optional<Duration> reservationTimeout,
            PolicyDocument.Callback callback, boolean evaluatesAnew) {

        /** Items go on from where they are. */
        public PolicySpec(String name, Map<String, ?> document, Optional<Duration> reservationTimeout,
                PolicyDocument.Callback callback) {
            this(name, document, reservationTimeout, callback, false);
        }

        /** Nobody is asked about its offers. */
        public PolicySpec(String name, Map<String, ?> document, Optional<Duration> reservationTimeout) {
            this(name, document, reservationTimeout, PolicyDocument.Callback.NONE);
        }

        /** The known policy with another document. */
        public static PolicySpec like(PolicyDocument known, Map<String, ?> document) {
            return new PolicySpec(known.name(), document, known.reservationTimeout(), known.callback());
        }
    }

    /** What was saved, and what in it is hardly meant. */
    record Saved(PolicyDocument policy, List<PolicyProblem> warnings) {}
}
