package org.jackfield.engine.work.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.QueueConditions;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.table.TableProblem.Code;

/**
 * Finds rows that can match none of the workspace's workers, whatever the item and whatever the workers do. Reads workers
 * page by page, and no more of them than it takes to find one for each row.
 */
final class Reach {

    private final WorkStores stores;

    Reach(WorkStores stores) {
        this.stores = stores;
    }

    void check(AccountId account, String workspaceId, List<RoutedRow> rows, Findings findings) {
        List<RowReach> open = new ArrayList<>(rows.stream().map(row -> question(account, workspaceId, row)).toList());
        int seen = 0;
        String after = "";
        for (boolean more = true; more && !open.isEmpty();) {
            List<Worker> page = stores.workers().list(account, workspaceId, new Paging(after, Paging.MOST));
            open.removeIf(row -> page.stream().anyMatch(row::mayMatch));
            seen += page.size();
            more = page.size() == Paging.MOST;
            after = page.isEmpty() ? "" : page.getLast().id();
        }
        if (seen == 0) {
            findings.add(TableProblem.whole(Code.NO_WORKERS, "0 of 0 workers match"));
            return;
        }
        String ofAll = "0 of " + seen + " workers match; ";
        open.forEach(row -> findings.add(TableProblem.row(row.number(), Code.NOBODY, ofAll + row.reasons())));
    }

    private RowReach question(AccountId account, String workspaceId, RoutedRow row) {
        Optional<Queue> queue = stores.queues().find(account, workspaceId, row.target().queueId());
        return new RowReach(row, queue.map(Queue::name).orElse(""), queue.flatMap(QueueConditions::of));
    }
}
