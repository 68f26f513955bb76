package org.jackfield.analytics.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.search.language.QueryProblem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the reference page finds what it says. */
class SearchReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/search.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:[^`])+)` \\| [^|]*");
    private static final Map<String, String> FOUND = new LinkedHashMap<>();

    static {
        FOUND.put("refund", "CI2");
        FOUND.put("refund fee", "CI2");
        FOUND.put("refund OR cancel", "CI1 CI2");
        FOUND.put("fee NOT refund", "CI1");
        FOUND.put("cancel*", "CI1 CI3");
        FOUND.put("\"late fee\"", "CI1");
        FOUND.put("\"cancel [my] (plan|account)\"", "CI1");
        FOUND.put("\"speak ...3 manager\"", "CI1");
        FOUND.put("\"^ thank you\"", "CI1 CI2");
        FOUND.put("\"rate is {percent > 5}\"", "CI1");
        FOUND.put("refund NEAR/3 fee", "CI2");
        FOUND.put("rate within 4 words before percent > 5", "CI1");
        FOUND.put("agent:\"thank you\"", "CI1");
        FOUND.put("agent says \"thank you\"", "CI1");
        FOUND.put("customer:(refund fee)", "CI2");
        FOUND.put("turn:(fee label:refund_promise)", "");
        FOUND.put("agent:(rate NOT fee)", "CI1");
        FOUND.put("agent says refund within 3 turns of customer refund", "CI2");
        FOUND.put("customer:manager within 2 turns after agent:rate", "CI1");
        FOUND.put("label:escalation", "CI1");
        FOUND.put("label:rate*", "CI1");
        FOUND.put("has:money", "CI1 CI2");
        FOUND.put("percent > 5", "CI1");
        FOUND.put("money between 40 and 60", "CI2");
        FOUND.put("money(transfer_amount) between 100 and 500 USD", "CI1");
        FOUND.put("has:money(fee)", "CI2");
        FOUND.put("date >= 2026-04-01", "CI3");
        FOUND.put("person = \"ann lee\"", "CI1");
        FOUND.put("queue:sales", "CI1 CI3");
        FOUND.put("worker:ann", "CI1");
        FOUND.put("flow:welcome", "CI1 CI2 CI3");
        FOUND.put("call:CA2", "CI2");
        FOUND.put("conversation:CI2", "CI2");
        FOUND.put("started >= 2026-03-01", "CI1 CI2");
        FOUND.put("started between 2026-02 and 2026-02-15", "CI3");
        FOUND.put("started > 2026-03-02T10:30", "CI2");
        FOUND.put("duration >= 20s", "CI1");
        FOUND.put("silence > 20s", "CI3");
        FOUND.put("talk < 40%", "CI3");
    }

    @TempDir
    private Path folder;

    @Test
    void findsWhatItsExamplesSay() throws IOException {
        List<String> examples = ROW.matcher(Files.readString(PAGE).replace("\\|", "\u0001"))
                .results()
                .map(SearchReferenceTest::query)
                .filter(text -> !isCode(text))
                .toList();
        assertThat(examples).containsExactlyElementsOf(FOUND.keySet());

        try (ConversationIndex index = new ConversationIndex(folder, 1, InstantSource.fixed(Instant.EPOCH))) {
            conversations().forEach(index::put);
            index.refresh();
            for (String example : examples) {
                List<String> sids = index.search(Told.ACCOUNT, SearchRequest.of(example))
                        .hits()
                        .stream()
                        .map(Hit::sid)
                        .sorted()
                        .toList();
                assertThat(String.join(" ", sids)).as(example).isEqualTo(FOUND.get(example));
            }
        }
    }

    @Test
    void namesEachCode() throws IOException {
        String page = Files.readString(PAGE);

        for (Code code : Code.values()) {
            assertThat(page).contains("`" + code.name() + "`");
        }
    }

    private static String query(MatchResult row) {
        return row.group(1).replace('\u0001', '|');
    }

    private static boolean isCode(String text) {
        return List.of(Code.values()).stream().anyMatch(code -> code.name().equals(text));
    }

    private static List<Conversation> conversations() {
        return List.of(
                Told.of("CI1", "a: Thank you for calling, this is Ann Lee.",
                        "c: I want to cancel my plan. There's a late fee!",
                        "a: our rate is five and a half percent", "c: let me speak to your manager",
                        "a: I can transfer two hundred dollars")
                        .label(2, "rate_quote")
                        .label(3, "escalation")
                        .value(0, "Ann Lee", ValueType.PERSON, "ann lee", "")
                        .value(2, "five and a half percent", ValueType.PERCENT, "5.5", "")
                        .value(4, "two hundred dollars", ValueType.MONEY, "200.00 USD", "transfer_amount")
                        .filed("CA1", "Sales", "Ann", "welcome")
                        .measured(Duration.ofSeconds(3), 55)
                        .done(),
                Told.of("CI2", "a: good morning", "c: please refund the fee", "a: sure we refund fifty dollars",
                        "c: thank you")
                        .label(2, "refund_promise")
                        .value(2, "fifty dollars", ValueType.MONEY, "50.00 USD", "fee")
                        .filed("CA2", "Support", "Bo", "welcome")
                        .at("2026-03-02T10:45:00Z")
                        .measured(Duration.ofSeconds(5), 60)
                        .done(),
                Told.of("CI3", "c: cancellation please", "a: for which day", "c: may first")
                        .value(2, "may first", ValueType.DATE, "2026-05-01", "")
                        .filed("CA3", "Sales", "Cy", "welcome")
                        .at("2026-02-10T09:00:00Z")
                        .measured(Duration.ofSeconds(30), 35)
                        .done());
    }
}
