package org.jackfield.app.conversation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.analytics.conversation.Analyst;
import org.jackfield.analytics.conversation.Conversation;
import org.jackfield.analytics.conversation.ConversationHead;
import org.jackfield.analytics.conversation.ConversationStores;
import org.jackfield.analytics.conversation.Conversations;
import org.jackfield.analytics.conversation.KeepingRules;
import org.jackfield.analytics.conversation.Reviews;
import org.jackfield.analytics.conversation.Slice;
import org.jackfield.analytics.conversation.Submission;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;

/** Takes conversations in, gives them out and erases them. Thread-safe. */
public final class ConversationDesk {

    private static final int ATTEMPTS = 20;
    private static final int BATCH = 100;
    private static final int ACCOUNTS = 100;

    private final ConversationStores stores;
    private final Analyst analyst;
    private final Surroundings around;

    public ConversationDesk(ConversationStores stores, Analyst analyst, Surroundings around) {
        this.stores = stores;
        this.analyst = analyst;
        this.around = around;
    }

    /**
     * Analyses and keeps a conversation. When labels are changed meanwhile it is analysed again, so none escapes the labelling of
     * the archive.
     *
     * @throws org.jackfield.analytics.conversation.RefusedTranscriptException it cannot be taken
     */
    public Conversation keep(AccountId account, Submission sent) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Conversation analysed = around.unit().read(() -> analyst.analyse(owner(account), sent, rules(account)));
            if (around.unit().run(() -> insert(account, analysed))) {
                return analysed;
            }
        }
        throw new ConflictException("labels change all the time");
    }

    private Analyst.Owner owner(AccountId account) {
        return new Analyst.Owner(account.value(), around.ids().next(IdPrefix.CONVERSATION), around.clock().instant());
    }

    private boolean insert(AccountId account, Conversation analysed) {
        if (stores.definitions().holdVersion(account.value()) != analysed.findings().labelVersion()) {
            return false;
        }
        stores.conversations().insert(analysed);
        Map<String, Object> data = data(analysed.head());
        data.put("turns", analysed.head().turns());
        data.put("redacted", analysed.findings().redaction().count());
        data.put("labels",
                analysed.findings().labels().stream().map(given -> given.placed().label()).distinct().toList());
        around.events().append(new NewEvent(account, analysed.id(), "conversation.stored", data));
        return true;
    }

    public Optional<Conversation> find(AccountId account, String id) {
        return around.unit().read(() -> stores.conversations().find(account.value(), id));
    }

    /** The newest first. */
    public List<ConversationHead> list(AccountId account, Conversations.Filter filter, Slice slice) {
        return around.unit().read(() -> stores.conversations().list(account.value(), filter, slice));
    }

    public List<Reviews.Review> reviews(AccountId account, String id) {
        return around.unit().read(() -> stores.reviews().of(account.value(), id));
    }

    /** Answers with whether there is a conversation with that turn. */
    public boolean review(AccountId account, Reviews.Review review) {
        return around.unit().run(() -> {
            boolean known = stores.conversations()
                    .find(account.value(), review.conversation())
                    .filter(one -> review.turn() >= 0 && review.turn() < one.head().turns())
                    .isPresent();
            if (known) {
                stores.reviews().put(account.value(), review);
            }
            return known;
        });
    }

    /** Answers with whether there was one. */
    public boolean erase(AccountId account, String id) {
        return around.unit().run(() -> {
            Optional<Conversation> there = stores.conversations().find(account.value(), id);
            there.ifPresent(one -> {
                stores.conversations().delete(account.value(), id);
                tellErased(account, List.of(one.head()), "asked");
            });
            return there.isPresent();
        });
    }

    /** Answers with how many there were. */
    public int eraseOfCall(AccountId account, String call) {
        int erased = 0;
        int last = BATCH;
        while (last == BATCH) {
            last = around.unit().run(() -> {
                List<ConversationHead> gone = stores.conversations().deleteOfCall(account.value(), call, BATCH);
                tellErased(account, gone, "asked");
                return gone.size();
            });
            erased += last;
        }
        return erased;
    }

    /** Erases conversations that are past their time, at most that many, and answers with how many they were. */
    public int eraseOld(int limit) {
        int erased = 0;
        String account = "";
        List<KeepingRules.OfAccount> page = limited(account);
        while (!page.isEmpty()) {
            for (KeepingRules.OfAccount next : page) {
                erased += eraseOld(next, limit - erased);
                if (erased >= limit) {
                    return erased;
                }
            }
            account = page.getLast().account();
            page = limited(account);
        }
        return erased;
    }

    private List<KeepingRules.OfAccount> limited(String after) {
        return around.unit().read(() -> stores.rules().limited(after, ACCOUNTS));
    }

    private int eraseOld(KeepingRules.OfAccount next, int limit) {
        Instant than = around.clock().instant().minus(next.rules().keep().orElseThrow());
        int erased = 0;
        int last = BATCH;
        while (last == BATCH && erased < limit) {
            last = around.unit().run(() -> {
                List<ConversationHead> gone = stores.conversations().deleteOlder(next.account(), than, BATCH);
                tellErased(new AccountId(next.account()), gone, "retention");
                return gone.size();
            });
            erased += last;
        }
        return erased;
    }

    public KeepingRules.Rules settings(AccountId account) {
        return around.unit().read(() -> rules(account));
    }

    public void change(AccountId account, KeepingRules.Rules rules) {
        around.unit().run(() -> stores.rules().put(account.value(), rules));
    }

    private KeepingRules.Rules rules(AccountId account) {
        return stores.rules().of(account.value());
    }

    private void tellErased(AccountId account, List<ConversationHead> gone, String why) {
        around.events().append(gone.stream().map(head -> {
            Map<String, Object> data = data(head);
            data.put("reason", why);
            return new NewEvent(account, head.id(), "conversation.erased", data);
        }).toList());
    }

    private static Map<String, Object> data(ConversationHead head) {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("conversation_sid", head.id()));
        head.origin().call().ifPresent(call -> data.put("call_sid", call));
        return data;
    }
}
