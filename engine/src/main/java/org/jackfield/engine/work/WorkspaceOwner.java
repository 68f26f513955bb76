package org.jackfield.engine.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.work.match.Matcher;
import org.jackfield.engine.work.match.Seeker;

/**
 * The loop of a workspace on the node that owns it. Hears which rows changed, reads them again into the
 * {@link Matcher}, pairs items with workers, and carries out what falls due. Under load many rows are read by one statement and
 * many pairs offered by one commit. Everything it does starts from rows,
 * so a signal that comes twice, late or out of order does no harm. Its fields belong to whoever drains the
 * {@link SignalBox}.
 */
final class WorkspaceOwner {

    private static final Logger LOG = System.getLogger(WorkspaceOwner.class.getName());
    private static final Duration SHORT_PAUSE = Duration.ofMillis(20);
    private static final Duration STORE_PAUSE = Duration.ofMillis(500);
    private static final Duration DEFECT_PAUSE = Duration.ofSeconds(5);

    private final AccountId account;
    private final String workspaceId;
    private final SignalBox box;
    private final WorkspaceReader reader;
    private final WorkspaceAssigner assigner;
    private final Pairs pairs;
    private final WakeUps wakeUps;
    private final Matcher index = new Matcher();
    /** When the items that wait were made, by id, and ids are in the order of time: the first is the oldest. */
    private final NavigableMap<String, Instant> waiting = new TreeMap<>();
    private final Runnable onLost;
    private boolean lost;
    private volatile boolean filled;
    private volatile WorkCensus census = WorkCensus.NONE;

    /** What the loop works with. */
    record Parts(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours, WorkSettings settings,
            WorkWriter writer, PolicyShelf policies) {}

    WorkspaceOwner(Workspaces.Owned owned, Parts parts, Runnable onLost) {
        this.account = owned.account();
        this.workspaceId = owned.workspaceId();
        this.onLost = onLost;
        this.box = new SignalBox(parts.runtime().executor(), parts.runtime().timers(), this::handle);
        this.reader = new WorkspaceReader(owned, parts);
        this.assigner = new WorkspaceAssigner(owned, parts);
        this.pairs = new Pairs(assigner::assign, this::readAgain);
        this.wakeUps = new WakeUps(parts.runtime().clock(), parts.runtime().timers(), this::post);
    }

    /** Reads everything; pairs whoever can be paired; rings again for the offers that are still open. */
    void start() {
        post(signal(WorkSignals.Kind.QUEUE, ""));
    }

    void post(WorkSignals.Signal signal) {
        box.post(signal);
    }

    /** As it was after the last signal; may be asked by any thread. */
    WorkCensus census() {
        return census;
    }

    /** How many workers of the queue there are, by activity; empty until everything was read. May be asked by any thread. */
    Optional<Map<String, Integer>> staff(String queueId) {
        return Optional.of(index.counts(queueId)).filter(counts -> filled && !counts.isEmpty());
    }

    void close() {
        box.close();
        wakeUps.close();
    }

    private Optional<Duration> handle(List<WorkSignals.Signal> signals) {
        try {
            if (!lost) {
                read(signals);
                census = new WorkCensus(waiting.size(),
                        Optional.ofNullable(waiting.firstEntry()).map(Map.Entry::getValue),
                        index.takingWork());
            }
            return Optional.empty();
        } catch (OwnershipLostException e) {
            LOG.log(Level.WARNING, "workspace {0} has another owner now", workspaceId);
            lost = true;
            onLost.run();
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            return Optional.of(STORE_PAUSE);
        } catch (ConflictException e) {
            return Optional.of(SHORT_PAUSE);
        } catch (RuntimeException e) {
            pairs.giveUp();
            return signals.size() > 1 ? handleOneByOne(signals) : setAside(signals.getFirst(), e);
        } finally {
            pairs.giveUp();
        }
    }

    /** So that what one of them breaks at keeps none of the others. */
    private Optional<Duration> handleOneByOne(List<WorkSignals.Signal> signals) {
        return signals.stream()
                .map(signal -> handle(List.of(signal)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Duration> setAside(WorkSignals.Signal signal, RuntimeException why) {
        LOG.log(Level.ERROR, "workspace " + workspaceId + " could not handle " + signal, why);
        wakeUps.again(signal, DEFECT_PAUSE);
        return Optional.empty();
    }

    /** Signals of single rows together; what makes it read more than that comes alone, in its turn. */
    private void read(List<WorkSignals.Signal> signals) {
        List<WorkSignals.Signal> together = new ArrayList<>();
        for (WorkSignals.Signal signal : signals) {
            if (signal.id().isEmpty() || signal.kind() == WorkSignals.Kind.QUEUE) {
                readRows(together);
                together.clear();
                readMany(signal);
            } else {
                together.add(signal);
            }
        }
        readRows(together);
    }

    private void readMany(WorkSignals.Signal signal) {
        if (signal.id().isEmpty()) {
            readAll();
        } else {
            readQueue(signal.id());
        }
        pairs.assign();
    }

    /** Who was paired on the way is left as the index has him: the signals after the commit bring back what is true then. */
    private void readRows(List<WorkSignals.Signal> signals) {
        WorkspaceReader.Rows rows = reader.rows(signals);
        for (WorkSignals.Signal signal : signals) {
            if (pairs.wasPaired(signal.id())) {
                continue;
            }
            if (signal.kind() == WorkSignals.Kind.ITEM) {
                readItem(signal.id(), Optional.ofNullable(rows.items().get(signal.id())));
            } else {
                readWorker(signal.id(), Optional.ofNullable(rows.workers().get(signal.id())));
            }
        }
        pairs.assign();
    }

    private void readAll() {
        index.prefer(reader.manner().first());
        reader.pages(paging -> reader.queues(paging), Queue::id, page -> page.forEach(this::indexQueue));
        reader.pages(paging -> reader.workers(paging), Worker::id,
                page -> reader.staff(page).forEach(this::indexWorker));
        filled = true;
        reader.pages(paging -> reader.openItems(paging), WorkItem::id, page -> page.forEach(this::restore));
        index.workersByIdleTime().forEach(this::serveWorker);
    }

    /** What ran off while nobody owned the workspace ends now; what still rings is rung again. */
    private void restore(WorkItem item) {
        if (indexItem(item)) {
            post(signal(WorkSignals.Kind.ITEM, item.id()));
        }
        if (reader.isDue(item)) {
            assigner.endState(item.id());
        }
        reader.openOffers(item).forEach(assigner::ringAgain);
        if (item.place().isEntering()) {
            post(signal(WorkSignals.Kind.ITEM, item.id()));
        }
    }

    private void readQueue(String queueId) {
        reader.queue(queueId).ifPresentOrElse(this::changeQueue, () -> index.removeQueue(queueId));
        index.workersByIdleTime().forEach(this::serveWorker);
    }

    /** An item whose only phone rings is not indexed: it is when more of them may ring from now on. */
    private void changeQueue(Queue queue) {
        boolean reachesMore = index.reach(queue.id()) == 1 && queue.maxReserved() > 1;
        indexQueue(queue);
        if (reachesMore) {
            reader.pages(reader::openItems, WorkItem::id, page -> {
                for (WorkItem item : page) {
                    if (item.state() == WorkItemState.RESERVED && item.place().queueId().equals(queue.id())) {
                        var _ = indexItem(item);
                    }
                }
            });
        }
    }

    private void readWorker(String workerId, Optional<WorkspaceReader.Staffer> found) {
        found.ifPresentOrElse(worker -> {
            indexWorker(worker);
            serveWorker(workerId);
        }, () -> {
            index.removeWorker(workerId);
            wakeUps.cancel(workerId);
            reader.hide(workerId);
        });
    }

    private void readItem(String itemId, Optional<WorkItem> item) {
        item.ifPresentOrElse(found -> {
            if (indexItem(found)) {
                assigner.evaluateAnew(itemId);
            } else {
                serveItem(found);
            }
        }, () -> hide(itemId));
    }

    private void indexQueue(Queue queue) {
        index.put(reader.rule(queue));
    }

    private void indexWorker(WorkspaceReader.Staffer staffer) {
        Worker worker = staffer.worker();
        index.put(staffer.candidate());
        wakeUps.at(worker.pausedUntil(), signal(WorkSignals.Kind.WORKER, worker.id()));
    }

    /** Whether it is to be evaluated anew first: then nobody is asked for it where it is. */
    private boolean indexItem(WorkItem item) {
        boolean seeks = seeks(item);
        WorkspaceReader.Excluded excluded = seeks ? reader.excluded(item) : WorkspaceReader.Excluded.NOBODY;
        wakeUps.at(WakeUps.earlier(item.standing().deadline(), excluded.until()),
                signal(WorkSignals.Kind.ITEM, item.id()));
        hide(item.id());
        Optional<Wishes.Sought> sought = seeks ? Optional.of(reader.sought(item)) : Optional.empty();
        boolean behind = sought.filter(Wishes.Sought::behind).isPresent();
        if (sought.isPresent() && !behind) {
            index.put(new Seeker(item.id(), sought.get().wish(),
                    new Seeker.Turn(item.place().priority(), item.origin().virtualStart()), excluded.offers(),
                    excluded.workers()));
        }
        if (seeks && item.state() == WorkItemState.PENDING) {
            waiting.put(item.id(), item.origin().created());
        }
        return behind;
    }

    /** Whether somebody may be asked for it, be it beside those who are being asked. */
    private boolean seeks(WorkItem item) {
        boolean asksMore = item.state() == WorkItemState.RESERVED && index.reach(item.place().queueId()) > 1;
        return (item.state() == WorkItemState.PENDING || asksMore) && !reader.isDue(item);
    }

    private void hide(String itemId) {
        index.removeItem(itemId);
        waiting.remove(itemId);
    }

    private void serveItem(WorkItem item) {
        if (reader.isDue(item)) {
            assigner.endState(item.id());
            return;
        }
        for (Optional<String> worker = index.bestWorker(item.id()); worker
                .isPresent(); worker = index.bestWorker(item.id())) {
            pair(item.id(), worker.get());
        }
        if (waiting.containsKey(item.id()) && item.place().isEntering()) {
            assigner.enter(item.id(), index.counts(item.place().queueId()));
        }
    }

    private void serveWorker(String workerId) {
        for (Optional<String> item = index.bestItem(workerId); item.isPresent(); item = index.bestItem(workerId)) {
            pair(item.get(), workerId);
        }
    }

    private void pair(String itemId, String workerId) {
        index.offer(itemId, workerId);
        waiting.remove(itemId);
        pairs.add(new WorkspaceAssigner.Pair(itemId, workerId));
    }

    /** The signals after the commit, or after what was refused, bring back what is still true. */
    private void readAgain(WorkspaceAssigner.Pair pair) {
        wakeUps.again(signal(WorkSignals.Kind.ITEM, pair.itemId()), SHORT_PAUSE);
        wakeUps.again(signal(WorkSignals.Kind.WORKER, pair.workerId()), SHORT_PAUSE);
    }

    private WorkSignals.Signal signal(WorkSignals.Kind kind, String id) {
        return new WorkSignals.Signal(account, workspaceId, kind, id);
    }
}
