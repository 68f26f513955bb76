package org.jackfield.analytics.store;

import java.util.List;
import org.jackfield.analytics.conversation.Reviews;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people say of labels, in PostgreSQL. */
public final class JdbcReviews implements Reviews {

    private final JdbcClient jdbc;

    public JdbcReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(String account, Review review) {
        jdbc.sql("""
                INSERT INTO label_review (account_id, conversation_id, turn, label, accepted, reviewed)
                VALUES (:account, :conversation, :turn, :label, :accepted, :time)
                ON CONFLICT (account_id, conversation_id, turn, label)
                    DO UPDATE SET accepted = EXCLUDED.accepted, reviewed = EXCLUDED.reviewed
                """)
                .param("account", account)
                .param("conversation", review.conversation())
                .param("turn", review.turn())
                .param("label", review.label())
                .param("accepted", review.accepted())
                .param("time", JdbcConversations.timestamp(review.time()))
                .update();
    }

    @Override
    public List<Review> of(String account, String conversation) {
        return jdbc.sql("""
                SELECT * FROM label_review WHERE account_id = :account AND conversation_id = :conversation
                ORDER BY turn, label
                """)
                .param("account", account)
                .param("conversation", conversation)
                .query((row, index) -> new Review(conversation, row.getInt("turn"), row.getString("label"),
                        row.getBoolean("accepted"), JdbcConversations.instant(row, "reviewed")))
                .list();
    }
}
