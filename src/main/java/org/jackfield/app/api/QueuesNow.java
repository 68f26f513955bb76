package org.jackfield.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.OpenWork;
import org.jackfield.engine.work.Queue;

/** How some queues of a workspace are at a moment, read for all of them at once. */
record QueuesNow(Instant time, List<Activity> activities, Map<String, OpenWork> open,
        Map<String, Map<String, Integer>> staff) {

    static QueuesNow of(Ask ask, String workspaceId, List<Queue> queues, StatisticsDesk statistics) {
        return new QueuesNow(statistics.now(), statistics.activities(ask, workspaceId),
                statistics.openByQueue(statistics.queues(ask, workspaceId, queues)),
                statistics.staff(ask, workspaceId, queues));
    }

    /** @param relative whether to tell what waits longest in the queue, beside what is oldest */
    View put(String queueId, View view, boolean relative) {
        OpenWork work = open.getOrDefault(queueId, OpenWork.NONE);
        View items = relative
                ? StatisticsViews.itemsOfQueue(view, work, time)
                : StatisticsViews.items(view, work, time);
        return StatisticsViews.staff(items, activities, staff.getOrDefault(queueId, Map.of()));
    }
}
