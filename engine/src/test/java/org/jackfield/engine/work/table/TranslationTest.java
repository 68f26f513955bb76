package org.jackfield.engine.work.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.work.policy.RoutingPolicy;
import org.jackfield.engine.work.policy.Target;
import org.junit.jupiter.api.Test;

/** What becomes of a table: the filters and targets of a policy, or problems with their places. */
class TranslationTest {

    private final Findings findings = new Findings();

    @Test
    void becomesAFilterForEachRowWhenTheFirstMatchCounts() {
        DmnTable table = DmnTable.withPolicy("FIRST")
                .input("task.language", "string")
                .input("attributes.customer.level", "number")
                .output("queue", "string")
                .output("priority", "number")
                .row("\"nl\"", "> 2", "\"vip\"", "7")
                .row("\"nl\", \"fy\"", "-", "\"dutch\"", "")
                .row("-", "-", "\"rest\"", "-");

        Translation translation = translated(table);

        assertThat(filters(translation)).containsExactly(
                "row 1: task.language == 'nl' AND task.customer.level > 2 -> WQvip",
                "row 2: task.language IN ['nl', 'fy'] -> WQdutch", "row 3: 1 == 1 -> WQrest");
        assertThat(translation.policy().filters().getFirst().targets().getFirst().priority()).hasValue(7);
        assertThat(translation.name()).isEqualTo("routing");
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void setsEveryMemberOfTheTarget() {
        DmnTable table = DmnTable.withPolicy("FIRST")
                .output("queue", "")
                .output("timeout", "")
                .output("workers", "")
                .output("orderBy", "")
                .output("skipIf", "")
                .row("\"vip\"", "60", "\"worker.level >= task.level\"", "\"worker.level DESC\"",
                        "\"workers.available == 0\"");

        Target target = translated(table).policy().filters().getFirst().targets().getFirst();

        assertThat(target.timeout().orElseThrow()).hasSeconds(60);
        assertThat(target.workers().orElseThrow().text()).isEqualTo("worker.level >= task.level");
        assertThat(target.ordering().orElseThrow().text()).isEqualTo("worker.level DESC ");
        assertThat(target.skipIf().orElseThrow().text()).isEqualTo("workers.available == 0");
    }

    @Test
    void asksForTheKnownWorkerByNameByIdOrAsTheItemSays() {
        String id = "WK" + "0".repeat(32);
        DmnTable table = DmnTable.ofLanguages()
                .output("knownWorker", "string")
                .row("\"a\"", "\"vip\"", "\"bob\"")
                .row("\"b\"", "\"vip\"", "\"" + id + "\"")
                .row("\"c\"", "\"vip\"", "\"task.agent\"");

        Translation translation = translated(table);

        assertThat(translation.rows()).extracting(row -> row.document().toString())
                .satisfiesExactly(
                        first -> assertThat(first).contains("known_worker_friendly_name=bob"),
                        second -> assertThat(second).contains("known_worker_sid=" + id),
                        third -> assertThat(third).contains("known_worker_friendly_name=task.agent"));
        assertThat(translation.policy().filters()).allMatch(filter -> filter.targets().getFirst().isDirect());
    }

    @Test
    void givesOneAfterTheOtherWhenAllRowsCount() {
        DmnTable table = steps("RULE ORDER").row("\"gold\"", "-", "\"vip\"", "30")
                .row("-", "\"nl\"", "\"dutch\"", "60")
                .row("-", "-", "\"rest\"", "");

        assertThat(filters(translated(table))).containsExactly(
                "rows 1, 2, 3: task.tier == 'gold' AND task.language == 'nl' -> WQvip, WQdutch, WQrest",
                "rows 1, 3: task.tier == 'gold' -> WQvip, WQrest",
                "rows 2, 3: task.language == 'nl' -> WQdutch, WQrest", "row 3: 1 == 1 -> WQrest");
    }

    @Test
    void leavesOutTestsThatAnotherRowOfTheStepsMakesNeedless() {
        DmnTable table = steps("COLLECT").row("\"gold\", \"silver\"", "-", "\"vip\"", "30")
                .row("\"gold\"", "-", "\"rest\"", "60");

        assertThat(filters(translated(table))).containsExactly("rows 1, 2: task.tier == 'gold' -> WQvip, WQrest",
                "row 1: task.tier IN ['gold', 'silver'] -> WQvip");
    }

    @Test
    void readsTheTimeOfDayAsAnInput() {
        DmnTable table = DmnTable.withPolicy("FIRST")
                .input("taskrouter.currentHour", "number")
                .output("queue", "string")
                .row("[8..18)", "\"rest\"");

        assertThat(filters(translated(table))).containsExactly(
                "row 1: taskrouter.currentHour >= 8 AND taskrouter.currentHour < 18 -> WQrest");
        assertThat(findings.warnings()).extracting(TableProblem::code).containsExactly("NOT_COVERED");
    }

    @Test
    void namesRowAndColumnOfEveryCellThatIsWrong() {
        DmnTable table = DmnTable.ofLanguages()
                .output("priority", "number")
                .output("timeout", "number")
                .output("workers", "string")
                .row("5", "\"vip\"", "1", "1", "")
                .row("\"a\"", "\"nowhere\"", "-1", "0", "\"worker.level ===\"")
                .row("\"b\"", "", "\"high\"", "1.5", "\"workers.available > 0\"")
                .row("\"c\"", "vip", "", "", "");

        refused(table);

        assertThat(findings.problems()).extracting(problem -> problem.row().orElse(0) + " " + problem.column() + " "
                + problem.code())
                .containsExactlyInAnyOrder("1 task.language CELL_TYPE", "2 queue UNKNOWN_QUEUE",
                        "2 priority OUT_OF_RANGE", "2 timeout OUT_OF_RANGE", "2 workers BAD_EXPRESSION",
                        "3 priority CELL_TYPE", "4 queue TEXT_UNQUOTED");
        assertThat(findings.problems()).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
    }

    @Test
    void wantsAQueueAndWholeSecondsAndKnownScopes() {
        refused(DmnTable.ofLanguages()
                .output("timeout", "number")
                .output("workers", "string")
                .row("\"b\"", "", "1.5", "\"workers.available > 0\""));

        assertThat(codes()).containsExactlyInAnyOrder("1 queue MISSING", "1 timeout WRONG_TYPE",
                "1 workers WRONG_SCOPE");
    }

    @Test
    void refusesColumnsThatHaveNoMeaning() {
        refused(DmnTable.withPolicy("FIRST")
                .input("task.my-name", "string")
                .input("worker.level", "number")
                .input("", "string")
                .input("task.born", "date")
                .input("language", "string")
                .input("attributes.language", "string")
                .output("skill", "string")
                .output("priority", "string")
                .row("-", "-", "-", "-", "-", "-", "\"a\"", "\"b\""));

        assertThat(codes()).containsExactlyInAnyOrder("0 task.my-name INPUT_EXPRESSION",
                "0 worker.level INPUT_EXPRESSION", "0 input 3 INPUT_EXPRESSION", "0 task.born COLUMN_TYPE",
                "0 task.language TWICE", "0 skill OUTPUT_UNKNOWN", "0 priority COLUMN_TYPE");
    }

    @Test
    void wantsAColumnForTheQueue() {
        refused(DmnTable.withPolicy("FIRST").input("task.a", "").output("priority", "").row("-", "1"));

        assertThat(codes()).containsExactly("0  QUEUE_COLUMN_MISSING");
    }

    @Test
    void refusesHitPoliciesThatSayNothingAboutARoute() {
        for (DmnTable table : List.of(DmnTable.withPolicy("PRIORITY"), DmnTable.withPolicy("OUTPUT ORDER"),
                DmnTable.withPolicy("COLLECT").aggregating("SUM"))) {
            Findings found = new Findings();
            Translation.of(table.output("queue", "").row("\"vip\"").xml(), TranslationTest::queue, found);
            assertThat(found.problems()).extracting(TableProblem::code).containsExactly("HIT_POLICY");
        }
    }

    @Test
    void namesRowsThatOverlapThoughOneOnlyMayMatch() {
        DmnTable table = DmnTable.withPolicy("UNIQUE")
                .input("task.level", "number")
                .input("task.language", "string")
                .output("queue", "string")
                .row("< 5", "\"nl\"", "\"vip\"")
                .row(">= 5", "\"nl\"", "\"rest\"")
                .row("< 5", "\"en\"", "\"rest\"")
                .row("[4..9]", "not(\"en\")", "\"rest\"");

        refused(table);

        assertThat(codes()).containsExactly("4  OVERLAP");
        assertThat(findings.problems().getFirst().cause()).contains("row 1 and this one");
    }

    @Test
    void letsRowsOverlapWhichSayTheSameWhenAnyMayBeTaken() {
        DmnTable table = DmnTable.withPolicy("ANY")
                .input("task.level", "number")
                .output("queue", "string")
                .row("< 5", "\"vip\"")
                .row("< 3", "\"vip\"");

        translated(table);

        refused(table.row("2", "\"rest\""));
        assertThat(codes()).containsExactly("3  DIFFERENT");
    }

    @Test
    void refusesRowsThatNoItemGetsTo() {
        refused(DmnTable.ofLanguages()
                .row("not(\"nl\")", "\"vip\"")
                .row("\"en\", \"fr\"", "\"rest\"")
                .row("-", "\"rest\"")
                .row("\"nl\"", "\"vip\""));

        assertThat(codes()).containsExactly("2  UNREACHABLE", "4  UNREACHABLE");
        assertThat(findings.problems().getFirst().cause()).contains("row 1 takes all its items");
    }

    @Test
    void refusesStepsBehindOneThatKeepsEveryItem() {
        refused(steps("RULE ORDER").row("-", "-", "\"vip\"", "").row("\"gold\"", "-", "\"rest\"", "30"));

        assertThat(codes()).containsExactly("2  STAYS");
        assertThat(findings.problems().getFirst().cause()).contains("row 1 has neither");
    }

    @Test
    void refusesStepsThatOverlapInTooManyWays() {
        DmnTable table = DmnTable.withPolicy("RULE ORDER");
        for (int i = 0; i < 12; i++) {
            table = table.input("task.a" + i, "");
        }
        table = table.output("queue", "").output("timeout", "");
        for (int i = 0; i < 12; i++) {
            String[] cells = new String[14];
            java.util.Arrays.fill(cells, "-");
            cells[i] = "true";
            cells[12] = "\"vip\"";
            cells[13] = "5";
            table = table.row(cells);
        }

        refused(table);

        assertThat(codes()).containsExactly("0  TOO_MANY_WAYS");
    }

    @Test
    void refusesWhatIsNoTable() {
        Map<String, String> expected = Map.of("", "XML_INVALID", "<a/>", "NOT_ONE_TABLE",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>", "XML_INVALID",
                DmnTable.ofLanguages().xml(), "NO_ROWS",
                DmnTable.ofLanguages()
                        .row("-", "\"vip\"")
                        .xml()
                        .replace("<outputEntry>", "<note>")
                        .replace("</outputEntry>", "</note>"),
                "XML_INVALID",
                DmnTable.ofLanguages()
                        .row("-", "\"vip\"")
                        .xml()
                        .replace("</decision>",
                                "</decision><decision id='b' name='b'><literalExpression/></decision>"),
                "NOT_ONE_TABLE");
        expected.forEach((xml, code) -> {
            Findings found = new Findings();
            assertThat(Translation.of(xml, TranslationTest::queue, found)).isEmpty();
            assertThat(found.problems()).as(xml).extracting(TableProblem::code).contains(code);
        });
    }

    @Test
    void boundsSizeAndDepth() {
        String wide = DmnTable.ofLanguages().row("\"" + "x".repeat(600_000) + "\"", "\"vip\"").xml();
        String deep = DmnTable.ofLanguages()
                .row("-", "\"vip\"")
                .xml()
                .replace("<rule>",
                        "<x xmlns='urn:x'>" + "<x>".repeat(60) + "</x>".repeat(60) + "</x><rule>");

        assertThat(Translation.of(wide, TranslationTest::queue, findings)).isEmpty();
        assertThat(Translation.of(deep, TranslationTest::queue, findings)).isEmpty();
        assertThat(findings.problems()).extracting(TableProblem::code).containsExactly("TOO_LARGE", "XML_INVALID");
    }

    private static DmnTable steps(String hitPolicy) {
        return DmnTable.withPolicy(hitPolicy)
                .input("task.tier", "string")
                .input("task.language", "string")
                .output("queue", "string")
                .output("timeout", "number");
    }

    private Translation translated(DmnTable table) {
        return Translation.of(table.xml(), TranslationTest::queue, findings)
                .orElseThrow(() -> new AssertionError(findings.problems()));
    }

    private void refused(DmnTable table) {
        assertThat(Translation.of(table.xml(), TranslationTest::queue, findings)).isEmpty();
    }

    private List<String> codes() {
        return findings.problems()
                .stream()
                .map(problem -> problem.row().orElse(0) + " " + problem.column() + " " + problem.code())
                .toList();
    }

    private static List<String> filters(Translation translation) {
        return translation.policy()
                .filters()
                .stream()
                .map(filter -> filter.name() + ": " + filter.condition().text() + " -> " + queues(filter))
                .toList();
    }

    private static String queues(RoutingPolicy.Filter filter) {
        return String.join(", ", filter.targets().stream().map(Target::queueId).toList());
    }

    private static Optional<String> queue(String named) {
        return List.of("vip", "dutch", "rest").contains(named.toLowerCase(Locale.ROOT))
                ? Optional.of("WQ" + named)
                : Optional.empty();
    }
}
