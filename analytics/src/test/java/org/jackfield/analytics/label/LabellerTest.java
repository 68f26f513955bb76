package org.jackfield.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.label.learn.KnownLabels;
import org.jackfield.analytics.label.match.Talk;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabellerTest {

    private static final String RULE = "{\"label\": \"wants_bread\", \"speaker\": \"customer\", \"when\": \"bread\"}";
    private static final List<String> WISHES = List.of("i would like a loaf", "could you bake me a loaf",
            "a loaf would be nice",
            "one loaf for tomorrow", "do you have a loaf left", "keep a loaf for me");
    private static final List<String> OTHERS = List.of("what time do you open", "is the cake fresh",
            "i will pay by card",
            "my brother comes later", "do you have a car park", "keep the change");

    @Test
    void learnsWhatItsDefinitionDoesNotSay() {
        Labeller labeller = Labeller.of(Talk.define(RULE)).trained(known());

        List<PlacedLabel> placed = labeller.label(
                Talk.of("c: is there a loaf for me", "c: when do you close").transcript(),
                List.of());

        assertThat(placed).singleElement().satisfies(label -> {
            assertThat(label.label()).isEqualTo("wants_bread");
            assertThat(label.turn()).isZero();
            assertThat(label.byRule()).isFalse();
            assertThat(label.reasons()).anySatisfy(reason -> assertThat(reason).contains("loaf"));
        });
    }

    @Test
    void learnsTheSameFromTheSame() {
        Transcript talk = Talk.of("c: a loaf for me", "c: bread", "c: the change").transcript();
        Labeller rules = Labeller.of(Talk.define(RULE));

        assertThat(rules.trained(known()).label(talk, List.of()))
                .isEqualTo(rules.trained(known()).label(talk, List.of()));
    }

    @Test
    void goesByTheDefinitionWhereTooLittleIsKnown() {
        Labeller labeller = Labeller.of(Talk.define(RULE)).trained(known().subList(0, 2));

        assertThat(labeller.label(Talk.of("c: some bread please", "c: a loaf").transcript(), List.of()))
                .extracting(PlacedLabel::turn, PlacedLabel::byRule)
                .containsExactly(tuple(0, true));
    }

    @Test
    void numbersTurnsAsTheTranscriptDoes() {
        Transcript transcript = new Transcript("t", Optional.empty(), List.of(Turn.of(7, Speaker.CUSTOMER, "bread")));

        assertThat(Labeller.of(Talk.define(RULE)).label(transcript, List.of())).extracting(PlacedLabel::turn)
                .containsExactly(7);
    }

    @Test
    void readsConversationsWithLabels(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("known.jsonl"), """
                {"id": "k1", "ref_date": "2026-03-02", "turns": [{"n": 0, "speaker": "customer", "text": "bread"}],
                """.replace("\n", "") + """
                "labels": [{"label": "wants_bread", "turn": 0}], "scored_labels": ["wants_bread"]}

                """);

        assertThat(new KnownLabelsReader(transcript -> List.of()).read(file)).singleElement().satisfies(known -> {
            assertThat(known.transcript().turns()).containsExactly(Turn.of(0, Speaker.CUSTOMER, "bread"));
            assertThat(known.labels()).isEqualTo(Map.of("wants_bread", Set.of(0)));
            assertThat(known.judged()).containsExactly("wants_bread");
        });
    }

    @Test
    void tellsTheLineThatIsNoConversation(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("known.jsonl"), "\n{\"id\": 4}\n");

        assertThatThrownBy(() -> new KnownLabelsReader(transcript -> List.of()).read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known.jsonl:2");
    }

    private static List<KnownLabels> known() {
        List<KnownLabels> known = new ArrayList<>();
        for (int i = 0; i < WISHES.size() * 4; i++) {
            String wish = WISHES.get(i % WISHES.size());
            String other = OTHERS.get((i / 2) % OTHERS.size());
            Transcript transcript = new Transcript("k" + i, Optional.empty(),
                    List.of(Turn.of(0, Speaker.CUSTOMER, wish),
                            Turn.of(1, Speaker.CUSTOMER, other)));
            known.add(new KnownLabels(transcript, List.of(), Map.of("wants_bread", Set.of(0)), Set.of("wants_bread")));
        }
        return known;
    }
}
