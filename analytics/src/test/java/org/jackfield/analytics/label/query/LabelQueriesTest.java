package org.jackfield.analytics.label.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.Query;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.LabelDefinition;
import org.jackfield.analytics.label.match.LabelSet;
import org.jackfield.analytics.label.match.Talk;
import org.junit.jupiter.api.Test;

class LabelQueriesTest {

    private static final long SEED = 41;
    private static final List<String> WORDS = List.of("red", "blue", "bird", "birds", "fly", "to", "the");
    private static final List<String> PIECES = List.of("red", "(red|blue)", "[the] bird", "...2 fly", "bird*", "* to",
            "(red bird|blue [the] fly)", "^ the", "fly $");

    @Test
    void findsTurnsWithAPhraseOfOneWordAfterTheOther() {
        assertThat(finds("\"red ...1 bird\"", "a: a red old bird")).isTrue();
        assertThat(finds("\"red ...1 bird\"", "a: a red and old bird")).isFalse();
    }

    @Test
    void findsOnlyTheSpeakersTurns() {
        assertThat(finds("{\"speaker\": \"agent\", \"say\": \"red\"}", "a: red")).isTrue();
        assertThat(finds("{\"speaker\": \"agent\", \"say\": \"red\"}", "c: red")).isFalse();
    }

    @Test
    void findsAValueOfSeveralWordsNearAWord() {
        Talk talk = Talk.of("a: the rate is eight point nine percent")
                .with(0, "eight point nine percent", ValueType.PERCENT,
                        "8.9");
        LabelDefinition rate = only("{\"say\": \"rate\", \"near\": \"{percent}\", \"words\": 2}");

        assertThat(finds(rate, talk)).isTrue();
        assertThat(finds(rate, Talk.of("a: the rate is eight point nine percent"))).isFalse();
    }

    @Test
    void hasNoQueryForALabelThatOtherTurnsTell() {
        assertThat(LabelQueries.of(only("{\"previous\": \"your name\", \"at-most-words\": 2}"))).isEmpty();
    }

    @Test
    void missesNothingThatTheMatcherFinds() {
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            String phrase = "red " + some(PIECES, random);
            LabelDefinition label = only(i % 3 == 0
                    ? "{\"say\": \"" + phrase + "\", \"near\": \"bird\", \"words\": 2}"
                    : "{\"say\": \"" + phrase + "\"}");
            LabelSet labels = LabelSet.empty().with(List.of(label));
            for (int j = 0; j < 20; j++) {
                Talk talk = Talk
                        .of("c: " + some(WORDS, random) + " " + some(WORDS, random) + " " + some(WORDS, random));
                if (!talk.heardBy(labels).isEmpty()) {
                    found++;
                    assertThat(finds(label, talk)).as("%s in %s, seed %s", phrase, talk.transcript().turns(), SEED)
                            .isTrue();
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private static String some(List<String> of, Random random) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> of.get(random.nextInt(of.size())))
                .collect(
                        Collectors.joining(" "));
    }

    private static LabelDefinition only(String condition) {
        return Talk.define("{\"label\": \"l\", \"when\": " + condition + "}").getFirst();
    }

    private static boolean finds(String condition, String line) {
        return finds(only(condition), Talk.of(line));
    }

    private static boolean finds(LabelDefinition label, Talk talk) {
        Query query = LabelQueries.of(label).orElseThrow();
        MemoryIndex turn = new MemoryIndex();
        TokenStream tokens = new TurnTokens(talk.transcript().turns().getFirst(), talk.values());
        turn.addField(LabelQueries.TEXT, tokens);
        turn.addField(LabelQueries.SPEAKER, new StandardAnalyzer().tokenStream("", talk.transcript()
                .turns()
                .getFirst()
                .speaker()
                .word()));
        return turn.search(query) > 0;
    }
}
