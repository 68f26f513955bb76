package org.jackfield.engine.work.table;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.work.table.TableProblem.Code;
import org.junit.jupiter.api.Test;

/** The page about decision tables has every problem that the code has. */
class TableReferenceTest {

    private static final String PAGE = """
            # Decision tables of routing policies

            A DMN 1.3 model (1.1 to 1.5 differ in the namespace only) with one decision, whose decision table is a routing policy.
            The model is read when it is saved; no DMN engine runs when an item comes in. Bounds: 512 Ki characters, 500 rows, 50 columns,
            a policy of 1,900 values.

            ## Hit policies

            | hit policy | an item gets |
            |---|---|
            | First | the target of the first row that matches |
            | Unique (also when none is given) | the target of the row that matches; rows that overlap are refused |
            | Any | the target of a row that matches; rows that overlap and differ are refused |
            | Rule order, Collect without aggregation | the targets of all rows that match, one after the other in the order of the rows: the steps of an escalation |

            Output order, Priority and aggregations are refused.

            ## Inputs

            The expression of an input is one attribute of the item: `task.language`, `attributes.language` or `language`, deeper ones
            with dots (`task.customer.tier`). `taskrouter.currentHour`, `currentMin`, `currentTime` (half past nine is 930) and `dayOfWeek`
            (`"Mon"` to `"Sun"`) are the time in UTC. The type is `string`, `number` (also `integer`, `long`, `double`), `boolean` or none.

            | cell | matches |
            |---|---|
            | `"nl"`, `5`, `-2.5`, `true` | this value |
            | `"nl", "fy"` | one of these; each may be any other test of this table |
            | `< 5`, `<= 5`, `> 5`, `>= "m"` | numbers, or texts by their characters, on that side |
            | `[1..5]`, `(1..5)`, `]1..5[`, `[1..5)` | between these, with `[` and `]` inward the ends too |
            | `not("nl", [1..5])` | what none of these match |
            | `-`, or nothing | everything |

            An attribute that is absent, or of another type than the test, matches only `-` and `not(...)`. A list matches no value. Texts stand
            in double quotes; `\\"`, `\\\\`, `\\n` and `\\t` work in them.

            ## Outputs

            By their names. A cell is one text in double quotes, one number, or empty.

            | output | type | says |
            |---|---|---|
            | `queue` | string | name or id of the queue; the only one that must be there |
            | `priority` | number | 0 to 2147483647; without it the item keeps its own |
            | `timeout` | number | seconds until the item goes on to its next row, at most two weeks |
            | `workers` | string | who of the queue is asked, in the [language of conditions](../explanation/work-distribution.md#conditions): `"worker.level >= task.level"` |
            | `orderBy` | string | who is asked first: `"worker.level DESC"`; without effect beside `knownWorker` |
            | `skipIf` | string | goes on at once when nobody is free and this holds: `"workers.available == 0"` |
            | `knownWorker` | string | name or id of the only worker who is asked, or where the item names him: `"task.agent"` |

            ## Problems

            Each has the row (counted from 1, empty for the whole table), the column, the code, the cause and a remedy. Cells of outputs have
            the problems of policies' documents too (`MISSING`, `WRONG_TYPE`, `OUT_OF_RANGE`, `UNKNOWN_QUEUE`, `BAD_EXPRESSION`,
            `WRONG_SCOPE`, `NEVER_TRUE`). `NOT_COVERED` and `NEVER_TRUE` are warnings; all others refuse the table.

            | code | cause | remedy |
            |---|---|---|
            (problems)
            """;

    @Test
    void listsColumnsTestsAndProblems() {
        GeneratedDocs.check("reference/decision-tables.md", PAGE.replace("(problems)", Arrays.stream(Code.values())
                .map(code -> "| `%s` | %s | %s |".formatted(code, code.cause(), code.remedy()))
                .collect(Collectors.joining("\n"))));
    }
}
