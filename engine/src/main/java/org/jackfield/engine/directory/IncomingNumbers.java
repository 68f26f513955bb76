package org.jackfield.engine.directory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Gives numbers out, points them at flows and takes them back. A number has one owner on the whole platform. A voice
 * address is accepted only when the flow exists, so a call never finds a dead end that was there at assignment.
 * Thread-safe.
 */
public final class IncomingNumbers {

    private static final int BATCH = 200;
    private static final int LONGEST_NAME = 64;

    /** Which number is wanted: itself, or any free one of an area code (555 when neither is given). */
    public record Wanted(Optional<String> number, Optional<String> areaCode) {}

    /** New settings of a number; what is empty stays as it is. An empty text as the voice address removes it. */
    public record Settings(Optional<String> friendlyName, Optional<String> voiceUrl) {}

    /** What to offer. */
    public record Search(Optional<String> areaCode, Optional<String> contains, int limit) {}

    private final NumberStore store;
    private final FlowCatalog flows;
    private final UnitOfWork unit;
    private final Ids ids;
    private final InstantSource clock;

    public IncomingNumbers(NumberStore store, FlowCatalog flows, UnitOfWork unit, Ids ids, InstantSource clock) {
        this.store = store;
        this.flows = flows;
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Free numbers of the pool, always in the same order. */
    public List<String> available(Search search) {
        search.areaCode().ifPresent(IncomingNumbers::checkAreaCode);
        search.contains().filter(text -> !NumberPool.isPattern(text)).ifPresent(text -> {
            throw invalid("Contains '" + text + "' is not two or more digits or *");
        });
        return unit.run(() -> free(search));
    }

    /**
     * Assigns a free number to the account.
     *
     * @throws DomainException NUMBER_TAKEN, INVALID_PARAMETER, FLOW_NOT_FOUND
     */
    public IncomingNumber assign(AccountId account, Wanted wanted, Settings settings) {
        Optional<FlowAddress> voice = voice(account, settings);
        return unit.run(() -> {
            String number = choose(wanted);
            Instant now = clock.instant();
            IncomingNumber assigned = new IncomingNumber(account, ids.next(IdPrefix.NUMBER), number,
                    settings.friendlyName().map(IncomingNumbers::checkedName).orElse(number), voice, now, now);
            if (!store.insert(assigned)) {
                throw new DomainException(ErrorCode.NUMBER_TAKEN, number + " is assigned already");
            }
            return assigned;
        });
    }

    /** Changes the settings that are given. */
    public IncomingNumber change(AccountId account, String id, Settings settings) {
        Optional<FlowAddress> voice = voice(account, settings);
        return unit.run(() -> {
            IncomingNumber known = find(account, id);
            IncomingNumber changed = new IncomingNumber(account, id, known.number(),
                    settings.friendlyName().map(IncomingNumbers::checkedName).orElse(known.friendlyName()),
                    settings.voiceUrl().isPresent() ? voice : known.voice(), known.created(), clock.instant());
            if (!store.update(changed)) {
                throw missing(id);
            }
            return changed;
        });
    }

    /** Gives the number back to the pool. */
    public void release(AccountId account, String id) {
        unit.run(() -> {
            if (!store.delete(account, id)) {
                throw missing(id);
            }
        });
    }

    /** The account's number of that id; NOT_FOUND when it has none. */
    public IncomingNumber find(AccountId account, String id) {
        return unit.read(() -> store.find(account, id).orElseThrow(() -> missing(id)));
    }

    public List<IncomingNumber> list(AccountId account, NumberStore.Filter filter, Paging paging) {
        return unit.read(() -> store.list(account, filter, paging));
    }

    private String choose(Wanted wanted) {
        Optional<String> exact = wanted.number();
        if (exact.isPresent()) {
            if (!NumberPool.owns(exact.get())) {
                throw invalid("PhoneNumber '" + exact.get() + "' is not one of the platform's available numbers");
            }
            return exact.get();
        }
        wanted.areaCode().ifPresent(IncomingNumbers::checkAreaCode);
        List<String> free = free(new Search(wanted.areaCode(), Optional.empty(), 1));
        if (free.isEmpty()) {
            throw new DomainException(ErrorCode.NUMBER_TAKEN, "no number is free in that area code");
        }
        return free.getFirst();
    }

    private List<String> free(Search search) {
        List<String> found = new ArrayList<>();
        Iterator<String> candidates = NumberPool.numbers(search.areaCode(), search.contains()).iterator();
        while (found.size() < search.limit() && candidates.hasNext()) {
            List<String> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && candidates.hasNext()) {
                batch.add(candidates.next());
            }
            Set<String> taken = store.taken(batch);
            batch.stream()
                    .filter(number -> !taken.contains(number))
                    .limit(search.limit() - (long) found.size())
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<FlowAddress> voice(AccountId account, Settings settings) {
        return settings.voiceUrl().filter(url -> !url.isEmpty()).map(url -> existing(account, url));
    }

    private FlowAddress existing(AccountId account, String url) {
        if (!FlowAddress.isFlow(url)) {
            throw invalid(
                    "VoiceUrl '" + url + "' is not flow:KEY or flow:KEY@VERSION; other addresses do not work yet");
        }
        FlowAddress flow = FlowAddress.parse(url);
        if (!flows.exists(account, flow)) {
            throw new DomainException(ErrorCode.FLOW_NOT_FOUND, "no flow " + flow + " is deployed");
        }
        return flow;
    }

    private static String checkedName(String name) {
        if (name.length() > LONGEST_NAME) {
            throw invalid("FriendlyName has more than " + LONGEST_NAME + " characters");
        }
        return name;
    }

    private static void checkAreaCode(String text) {
        if (!NumberPool.isAreaCode(text)) {
            throw invalid("AreaCode '" + text + "' is not three digits from 200 to 999");
        }
    }

    private static DomainException invalid(String detail) {
        return new DomainException(ErrorCode.INVALID_PARAMETER, detail);
    }

    private static DomainException missing(String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no number " + id);
    }
}
