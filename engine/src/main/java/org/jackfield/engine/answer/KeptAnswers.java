package org.jackfield.engine.answer;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.answer.KeptAnswer.Request;

/** Where answers are kept. Every method joins the open unit of work. Thread-safe. */
public interface KeptAnswers {

    /**
     * Claims the key for the request. Waits while another unit of work holds the key and has not ended.
     *
     * @param expired answers from before then are forgotten
     * @return empty when the caller is the first, who must {@link #keep} the answer in the same unit of work or roll it
     *         back; otherwise what was kept for the key, whatever was asked then
     */
    Optional<KeptAnswer> claim(Request request, Instant expired);

    /** Keeps the answer to a request that was claimed. */
    void keep(KeptAnswer answer);
}
