package org.jackfield.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalyzeTest {

    private static final String GOOD = """
            {"id": "a", "ref_date": "2024-05-15", "turns": [{"n": 0, "speaker": "agent", "text": "the zip code please"}, \
            {"n": 1, "speaker": "customer", "text": "nine oh two"}, {"n": 2, "speaker": "customer", "text": "one oh"}]}""";

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<String> told = new ArrayList<>();
    private final CommandLine terminal = new CommandLine(told::add);

    @TempDir
    Path folder;

    @Test
    void writesValuesPartsAndFactsWhenAConversationIsRead() throws IOException {
        int code = analyze(Labelling.NONE, GOOD);

        assertThat(code).isZero();
        JsonNode line = json.readTree(written().getFirst());
        JsonNode value = line.path("values").get(0);
        assertThat(line.path("id").stringValue()).isEqualTo("a");
        assertThat(value.path("value").stringValue()).isEqualTo("90210");
        assertThat(value.path("turn").asInt()).isEqualTo(1);
        assertThat(value.path("start").asInt()).isZero();
        assertThat(value.path("end").asInt()).isEqualTo(11);
        assertThat(value.path("parts")).hasSize(2);
        assertThat(line.path("facts").get(0).path("label").stringValue()).isEqualTo("zip_code");
    }

    @Test
    void leavesOutBadLinesAndSaysWhereWhenSomeAreBroken() throws IOException {
        int code = analyze(Labelling.NONE, GOOD, "{\"id\": ", "", "{\"id\": \"b\"}", "[]",
                "{\"id\": \"c\", \"turns\": [{\"speaker\": \"nobody\", \"text\": \"\"}]}",
                "{\"id\": \"d\", \"ref_date\": \"soon\", \"turns\": []}", GOOD);

        assertThat(code).isEqualTo(65);
        assertThat(written()).hasSize(2);
        assertThat(told).anyMatch(line -> line.contains("in.jsonl:2: no JSON"))
                .anyMatch(line -> line.contains("in.jsonl:4: a conversation needs an id and turns"))
                .anyMatch(line -> line.contains("in.jsonl:5:"))
                .anyMatch(line -> line.contains("in.jsonl:6: turn 0 has an unknown speaker: nobody"))
                .anyMatch(line -> line.contains("in.jsonl:7: ref_date is no date: soon"))
                .anyMatch(line -> line.contains("5 lines left out"));
    }

    @Test
    void handsDefinitionsAndTrainingToTheLabellerWhenTheyAreNamed() throws IOException {
        List<Object> asked = new ArrayList<>();
        Labelling labelling = (definitions, training) -> {
            asked.add(definitions.orElseThrow().toString());
            asked.add(training.stream().map(Path::toString).toList());
            return (transcript, values) -> List.of(new LabelSource.Placed("asks_" + values.size(), 0));
        };
        Files.writeString(folder.resolve("in.jsonl"), GOOD);

        int code = new Analyze(terminal, labelling).run(List.of(folder.resolve("in.jsonl").toString(),
                folder.resolve("out.jsonl").toString(), "--labels", "l.json", "--train", "x.jsonl", "y.jsonl"));

        assertThat(code).isZero();
        assertThat(asked).containsExactly("l.json", List.of("x.jsonl", "y.jsonl"));
        assertThat(written().getFirst()).contains("{\"label\":\"asks_1\",\"turn\":0}");
    }

    @Test
    void goesOnWhenALabellerFails() throws IOException {
        Labelling labelling = (definitions, training) -> (transcript, values) -> {
            if (transcript.id().equals("a")) {
                throw new IllegalStateException("no labels");
            }
            return List.of();
        };

        int code = analyze(labelling, GOOD, GOOD.replace("\"a\"", "\"z\""));

        assertThat(code).isEqualTo(70);
        assertThat(written()).singleElement().asString().contains("\"id\":\"z\"");
        assertThat(told).anyMatch(line -> line.contains("in.jsonl:1: our defect: ") && line.contains("no labels"));
    }

    @Test
    void refusesWhenTheCommandLineMakesNoSense() {
        Analyze analyze = new Analyze(terminal, Labelling.NONE);

        assertThat(analyze.run(List.of("one.jsonl"))).isEqualTo(64);
        assertThat(analyze.run(List.of("in", "out", "--fast"))).isEqualTo(64);
        assertThat(analyze.run(List.of("in", "out", "--train"))).isEqualTo(64);
        assertThat(analyze.run(List.of("in", "out", "--labels"))).isEqualTo(64);
        assertThat(told).allMatch(line -> line.startsWith("jackfield: ")).hasSize(4);
    }

    @Test
    void saysWhichFileIsMissingWhenThereIsNone() {
        int code = new Analyze(terminal, Labelling.NONE)
                .run(List.of(folder.resolve("none.jsonl").toString(), folder.resolve("out.jsonl").toString()));

        assertThat(code).isEqualTo(69);
        assertThat(told).singleElement().asString().contains("there is no file").contains("none.jsonl");
    }

    @Test
    void showsShareAndRateWhenItGoesOn() {
        long[] clock = {0};
        Progress progress = new Progress(terminal, () -> clock[0], 1000);

        clock[0] = 500;
        progress.at(250, 10);
        clock[0] = 600;
        progress.at(300, 11);
        clock[0] = 2000;
        progress.end(40);

        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).contains("25 %", "10 conversations", "20/s");
        assertThat(told.getLast()).contains("100 %", "40 conversations", "20/s");
    }

    private int analyze(Labelling labelling, String... lines) throws IOException {
        Files.write(folder.resolve("in.jsonl"), List.of(lines));
        return new Analyze(terminal, labelling)
                .run(List.of(folder.resolve("in.jsonl").toString(), folder.resolve("out.jsonl").toString()));
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(folder.resolve("out.jsonl"));
    }
}
