package org.jackfield.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;

/**
 * The flows of an account: deployed, checked, listed, read, deleted. A model is checked before the workflow engine sees it;
 * when it is refused the running version stays. Every method joins the open transaction. Thread-safe.
 */
public interface Flows {

    /** What came of a deployment. */
    sealed interface Deployment {

        /** The flow runs for new calls from now on; an unchanged model keeps its version. */
        record Deployed(String key, int version, List<FlowProblem> warnings) implements Deployment {
            public Deployed {
                warnings = List.copyOf(warnings);
            }
        }

        /** Nothing was changed. */
        record Refused(List<FlowProblem> problems) implements Deployment {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** What the check found; the model is refused when there are problems, not for warnings. */
    record Report(List<FlowProblem> problems, List<FlowProblem> warnings) {
        public Report {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }

        public boolean isAccepted() {
            return problems.isEmpty();
        }
    }

    /** The newest version of a flow. A shipped one runs where the account has none of its own under the key. */
    record Summary(String key, String name, int version, boolean isShipped) {}

    /** A version and when it was deployed. */
    record Version(int version, Instant deployed) {}

    /** A model as it was deployed. */
    record Model(String key, int version, String xml) {}

    /**
     * Checks and deploys; for a decision alone the key is the decision's. A flow asks the account's decision of a key, else
     * the shipped one, and calls flows in the same way; so a shipped flow follows the decisions that the account deploys.
     */
    Deployment deploy(AccountId account, FlowSources sources);

    /** Checks only. */
    Report validate(AccountId account, FlowSources sources);

    /** The account's flows, and the shipped ones under other keys, in order of key, after the given key, at most {@code limit}. */
    List<Summary> list(AccountId account, String afterKey, int limit);

    /** Whether the address runs something for the account: a flow of its own, or a shipped one. */
    boolean exists(AccountId account, FlowAddress flow);

    /** The account's versions of a flow, else those of the shipped one; newest first, at most 100. */
    List<Version> versions(AccountId account, String key);

    /** The newest or the named version: the account's own, else the shipped one. */
    Optional<Model> read(AccountId account, String key, OptionalInt version);

    /**
     * Deletes a version, or all of them; a key of no flow but of a decision that was deployed alone deletes that. False when
     * there is none.
     *
     * @throws org.jackfield.engine.error.DomainException ILLEGAL_STATE while a call runs it
     */
    boolean delete(AccountId account, String key, OptionalInt version);
}
