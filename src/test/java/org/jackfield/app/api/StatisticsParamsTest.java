package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.work.statistics.Period;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class StatisticsParamsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void takesTheLastQuarterOfAnHourWhenNothingIsSaid() {
        assertThat(StatisticsParams.period(params(), NOW)).isEqualTo(new Period(NOW.minusSeconds(900), NOW));
        assertThat(StatisticsParams.period(params("EndDate", "2026-03-02T09:00:00Z"), NOW))
                .isEqualTo(period("2026-03-02T08:45:00Z", "2026-03-02T09:00:00Z"));
    }

    @Test
    void startsAtTheLaterOfBothStarts() {
        assertThat(StatisticsParams.period(params("Minutes", "30"), NOW))
                .isEqualTo(period("2026-03-02T09:30:00Z", "2026-03-02T10:00:00Z"));
        assertThat(StatisticsParams.period(params("Minutes", "30", "StartDate", "2026-03-02"), NOW))
                .isEqualTo(period("2026-03-02T09:30:00Z", "2026-03-02T10:00:00Z"));
        assertThat(StatisticsParams.period(params("Minutes", "30", "StartDate", "2026-03-02T09:50:00Z"), NOW))
                .isEqualTo(period("2026-03-02T09:50:00Z", "2026-03-02T10:00:00Z"));
    }

    @Test
    void endsNowAtTheLatestAndStartsWhereRecordsStart() {
        assertThat(StatisticsParams.period(params("StartDate", "2026-01-01", "EndDate", "2027-01-01"), NOW))
                .isEqualTo(new Period(NOW.minus(Period.KEPT), NOW));
        assertThat(StatisticsParams.period(params("StartDate", "2008-01-01", "EndDate", "2008-01-02"), NOW))
                .isEqualTo(period("2008-01-02T00:00:00Z", "2008-01-02T00:00:00Z"));
    }

    @Test
    void refusesAPeriodThatEndsBeforeItStartsAndWhatIsNoTime() {
        assertThatThrownBy(
                () -> StatisticsParams.period(params("StartDate", "2026-03-02", "EndDate", "2026-03-01"), NOW))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("StartDate");
        assertThatThrownBy(() -> StatisticsParams.period(params("Minutes", "60", "EndDate", "2026-03-01"), NOW))
                .hasMessageContaining("Minutes");
        assertThatThrownBy(() -> StatisticsParams.period(params("Minutes", "0"), NOW)).hasMessageContaining("Minutes");
        assertThatThrownBy(() -> StatisticsParams.period(params("Minutes", "43201"), NOW))
                .hasMessageContaining("Minutes");
    }

    @Test
    void readsThresholdsInTheOrderOfTime() {
        assertThat(StatisticsParams.thresholds(params("SplitByWaitTime", "10, 5,10")))
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(StatisticsParams.thresholds(params())).isEmpty();
        assertThatThrownBy(() -> StatisticsParams.thresholds(params("SplitByWaitTime", "5,soon")))
                .hasMessageContaining("SplitByWaitTime");
        assertThatThrownBy(() -> StatisticsParams.thresholds(params("SplitByWaitTime", "5,,6")))
                .hasMessageContaining("SplitByWaitTime");
        assertThatThrownBy(() -> StatisticsParams.thresholds(params("SplitByWaitTime", "9999999")))
                .hasMessageContaining("SplitByWaitTime");
    }

    private static Period period(String from, String until) {
        return new Period(Instant.parse(from), Instant.parse(until));
    }

    private static Params params(String... values) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        for (int i = 0; i < values.length; i += 2) {
            request.addParameter(values[i], values[i + 1]);
        }
        return new Params(request);
    }
}
