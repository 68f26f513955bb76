package org.jackfield.analytics.label.define;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jackfield.analytics.extract.ValueType;
import org.junit.jupiter.api.Test;

/** The reference page is made of the readers' own tables. */
class ReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/label-definitions.md");

    @Test
    void describesEachKeyThatTheReaderKnows() throws IOException {
        if (Boolean.getBoolean("jackfield.regenerate")) {
            Files.writeString(PAGE, page());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static String page() {
        return labels() + phrases();
    }

    private static String labels() {
        return """
                # Label definitions

                Generated from the code. How to write them: [labels](../how-to/labels.md).

                A file is a JSON object (RFC 8259, UTF-8, at most %,d bytes):

                | key | what |
                |---|---|
                | `labels` | the labels, at most %,d |
                | `lists` | lists of words by name, for `<name>` in phrases; lists may use lists |
                | `conditions` | conditions by name, for `use` |

                ## A label

                | key | what |
                |---|---|
                %s
                ## A condition

                A phrase in quotation marks; a list of phrases or conditions of which one holds; or an object of which
                everything holds:

                | key | what |
                |---|---|
                %s
                `near`, `before` and `after` need `words` (then they are phrases of the same turn) or `turns` (then they are
                conditions of another turn, or of the same). What must hold of a turn must name something that is said in it or
                in a turn nearby. At most %d phrases a label and %d conditions within each other.

                """
                .formatted(Bounds.BYTES, Bounds.LABELS, rows(DefinitionReader.KEYS), rows(ConditionReader.KEYS),
                        Bounds.PHRASES_OF_LABEL, Bounds.DEPTH);
    }

    private static String phrases() {
        return """
                ## A phrase

                | written | said |
                |---|---|
                | `cancel my plan` | these words in a row; capitals, punctuation, apostrophes and sounds of hesitation do not count |
                | `(cancel\\|stop) it` | one of them; an alternative may have several words |
                | `[please] cancel` | with it or without |
                | `cancel ...3 plan` | up to three words between (`...` alone means three; at most %d) |
                | `my * plan` | one word, whatever it is |
                | `cancel*` | words that begin so; at least %d letters |
                | `^ hello`, `bye $` | at the begin or the end of the turn |
                | `<list>` | one entry of a list |
                | `{percent}` | a value of a type: %s |
                | `{money > 500 USD}` | a value in bounds: `>`, `>=`, `<`, `<=`, `=` or `{number 2..4}`; for money also a currency |

                A phrase has at most %d pieces (single words side by side in brackets are one piece, a gap of three is three) and
                %,d characters, and at least one word or value that must be said.
                """
                .formatted(PhraseParser.WIDEST_GAP, PhraseParser.SHORTEST_BEGINNING,
                        Arrays.stream(ValueType.values()).map(ValueType::word).collect(Collectors.joining(", ")),
                        PhraseCheck.MOST_PIECES, PhraseParser.LONGEST_TEXT);
    }

    private static String rows(Map<String, String> keys) {
        return keys.entrySet()
                .stream()
                .map(key -> "| `" + key.getKey() + "` | " + key.getValue() + " |\n")
                .collect(Collectors.joining());
    }
}
