package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jackfield.engine.error.DomainException;
import org.junit.jupiter.api.Test;

class WorkEventTypeTest {

    @Test
    void readsAFilterAndShowsItAgain() {
        assertThat(WorkEventType.filter("EventsFilter", "task.updated , reservation.timeout")).containsExactly(
                "reservation.timed-out", "work-item.assigned", "work-item.reserved", "work-item.updated");
        assertThat(WorkEventType.list(WorkEventType.filter("EventsFilter", "reservation.timeout,task.updated")))
                .isEqualTo("task.updated,reservation.timeout");
        assertThat(WorkEventType.filter("EventsFilter", " ")).isEmpty();
    }

    @Test
    void refusesWhatDoesNotHappenAndSaysWhatDoes() {
        assertThatThrownBy(() -> WorkEventType.filter("EventsFilter", "task.created,workflow.skipped"))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("EventsFilter names 'workflow.skipped'")
                .hasMessageContaining("worker.activity.update");
        assertThatThrownBy(() -> WorkEventType.filter("EventsFilter", "task.created,,"))
                .isInstanceOf(DomainException.class);
    }
}
