package org.jackfield.analytics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.search.language.InvalidQueryException;
import org.jackfield.analytics.search.language.Place;
import org.jackfield.analytics.search.language.QueryProblem.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationIndexTest {

    private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

    @TempDir
    private Path folder;

    private ConversationIndex index;

    @BeforeEach
    void open() {
        index = new ConversationIndex(folder.resolve("index"), 10, STILL);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void showsATurnOnlyAfterARefresh() {
        index.put(Told.of("CI1", "a: good morning").done());
        assertThat(found("morning")).isEmpty();

        index.refresh();

        assertThat(found("morning")).containsExactly("CI1");
    }

    @Test
    void jumpsToTheSecondAndMarksTheWords() {
        index.put(Told.of("CI1", "a: hello", "c: well I want my money back now please").done());
        index.refresh();

        Hit.Turn turn = search("\"money back\"").hits().getFirst().turns().getFirst();

        assertThat(turn.number()).isEqualTo(1);
        assertThat(turn.spans()).containsExactly(new Hit.Span(15, 25));
        assertThat(turn.at()).contains(4_000L + 4_000 * 15 / 36);
    }

    @Test
    void showsBothSidesOfADistanceInTurns() {
        index.put(Told.of("CI1", "c: is there a fee", "a: yes", "a: the rate is five percent", "c: fee again")
                .value(2, "five percent", ValueType.PERCENT, "5", "")
                .done());
        index.refresh();

        Hit hit = search("agent:(rate percent >= 5) within 2 turns after customer:fee").hits().getFirst();

        assertThat(hit.turns().stream().map(Hit.Turn::number)).containsExactly(0, 2);
        assertThat(hit.turns().get(1).spans()).containsExactly(new Hit.Span(4, 8), new Hit.Span(12, 24));
    }

    @Test
    void replacesAConversationWhole() {
        index.put(Told.of("CI1", "a: one", "a: two").label(0, "first").done());
        index.put(Told.of("CI1", "a: three").done());
        index.refresh();
        index.put(Told.of("CI1", "a: four").done());
        index.refresh();

        assertThat(found("one OR two OR three OR label:first")).isEmpty();
        assertThat(found("four")).containsExactly("CI1");
        assertThat(search("NOT nothing").total()).isEqualTo(1);
    }

    @Test
    void takesAConversationOut() {
        index.put(Told.of("CI1", "a: one").done());
        index.put(Told.of("CI2", "a: one").done());
        index.remove(Told.ACCOUNT, "CI1");
        index.remove(Told.ACCOUNT, "CInone");
        index.remove("ACnobody", "CI2");
        index.refresh();

        assertThat(found("one")).containsExactly("CI2");
    }

    @Test
    void keepsAccountsApart() {
        index.put(Told.ofAccount("ACone", "CI1", "a: secret plan")
                .filed("CA1", "vip", "ann", "f")
                .label(0, "plan")
                .done());
        index.put(Told.ofAccount("ACtwo", "CI1", "a: other").done());
        index.refresh();

        SearchPage page = index.search("ACtwo", SearchRequest.of("NOT nothing"));

        assertThat(page.total()).isEqualTo(1);
        assertThat(page.facets().get(SearchPage.Facet.QUEUE)).isEmpty();
        assertThat(page.facets().get(SearchPage.Facet.LABEL)).isEmpty();
        for (String query : List.of("secret", "secr*", "label:plan", "queue:vip", "call:CA1", "secret OR other")) {
            assertThat(index.search("ACtwo", SearchRequest.of(query))
                    .hits()
                    .stream()
                    .flatMap(hit -> hit.turns()
                            .stream()
                            .map(Hit.Turn::text)))
                    .as(query)
                    .doesNotContain("secret plan");
        }
        index.remove("ACtwo", "CI1");
        index.refresh();
        assertThat(found("secret")).containsExactly("CI1");
    }

    @Test
    void isNotFeltByOthersHoweverManyWordsTheySay() {
        index.put(Told.ofAccount("ACone", "CI1",
                "a: " + String.join(" ", IntStream.range(0, 400)
                        .mapToObj(i -> "mon" + i)
                        .toList()))
                .done());
        index.put(Told.ofAccount("ACtwo", "CI1", "a: money").done());
        index.refresh();

        assertThat(problem("ACone", "mon*")).isEqualTo(Code.TOO_WIDE);
        assertThat(index.search("ACtwo", SearchRequest.of("mon*")).total()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfAnAccountThatHasNothing() {
        assertThat(index.search("ACnobody", SearchRequest.of("a1"))).isEqualTo(SearchPage.NOTHING);
        assertThat(folder.resolve("index/v1/ACnobody")).doesNotExist();
        assertThatThrownBy(() -> index.search("../ACone", SearchRequest.of("a1"))).isInstanceOf(
                IllegalArgumentException.class);
    }

    @Test
    void erasesAnAccountFromTheDisk() {
        index.put(Told.of("CI1", "a: one").done());
        index.commit(0, 1);
        assertThat(folder.resolve("index/v1/" + Told.ACCOUNT)).exists();

        index.erase(Told.ACCOUNT);

        assertThat(folder.resolve("index/v1/" + Told.ACCOUNT)).doesNotExist();
        assertThat(found("one")).isEmpty();
    }

    @Test
    void keepsWhatWasCommittedAndItsPosition() {
        index.put(Told.of("CI1", "a: one").done());
        assertThat(index.commit(0, 7)).isTrue();
        index.put(Told.of("CI2", "a: one").done());
        index.refresh();
        index.close();

        index = new ConversationIndex(folder.resolve("index"), 10, STILL);

        assertThat(index.position()).isEqualTo(7);
        assertThat(found("one")).containsExactly("CI1");
    }

    @Test
    void isWholeWhereverPowerIsCut() throws IOException {
        for (int cut = 1; cut <= 12; cut++) {
            index.put(Told.of("CI" + cut, "a: one " + cut, "c: two").done());
            if (cut % 3 == 0) {
                index.refresh();
            }
            if (cut % 4 == 0) {
                index.commit(index.position(), cut);
            }
            Path copy = folder.resolve("cut" + cut);
            copy(folder.resolve("index"), copy);

            try (ConversationIndex after = new ConversationIndex(copy, 10, STILL)) {
                long position = after.position();
                assertThat(position).isEqualTo(cut - cut % 4);
                assertThat(after.search(Told.ACCOUNT, SearchRequest.of("two")).total()).isGreaterThanOrEqualTo(
                        position);
            }
        }
    }

    @Test
    void beginsAgainWhenAnIndexIsDamaged() throws IOException {
        index.put(Told.of("CI1", "a: one").done());
        index.commit(0, 9);
        index.close();
        try (Stream<Path> files = Files.list(folder.resolve("index/v1/" + Told.ACCOUNT))) {
            for (Path segments : files.filter(file -> file.getFileName().toString().startsWith("segments")).toList()) {
                Files.writeString(segments, "garbage");
            }
        }

        index = new ConversationIndex(folder.resolve("index"), 10, STILL);

        assertThat(index.position()).isEqualTo(9);
        assertThat(found("one")).isEmpty();
        assertThat(index.position()).isEqualTo(Archive.BEGIN);
        assertThat(index.commit(9, 10)).isFalse();
        assertThat(index.position()).isEqualTo(Archive.BEGIN);
    }

    @Test
    void closesIndexesThatNobodyUsesAndOpensThemAgain() {
        AtomicLong time = new AtomicLong();
        try (ConversationIndex few = new ConversationIndex(folder.resolve("few"), 2, () -> Instant.ofEpochMilli(time
                .incrementAndGet()))) {
            for (int i = 0; i < 6; i++) {
                few.put(Told.ofAccount("AC" + i, "CI1", "a: one").done());
            }
            few.commit(0, 1);
            few.refresh();

            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 6; i++) {
                    assertThat(few.search("AC" + i, SearchRequest.of("one")).total()).isEqualTo(1);
                }
                few.refresh();
            }
        }
    }

    @Test
    void goesOnBehindAPageWhateverComesInBetween() {
        IntStream.range(0, 30)
                .forEach(i -> index.put(Told.of("CI" + i, "a: one").at("2026-03-02T10:%02d:00Z".formatted(i)).done()));
        index.refresh();
        SearchRequest request = SearchRequest.of("one").limit(10, 0);
        List<String> sids = new ArrayList<>();
        Optional<String> next = Optional.empty();
        int pages = 0;
        do {
            SearchPage page = index.search(Told.ACCOUNT, request.after(next));
            page.hits().forEach(hit -> sids.add(hit.sid()));
            next = page.next();
            index.put(Told.of("CInew" + pages++, "a: one").at("2026-03-03T10:00:00Z").done());
            index.refresh();
        } while (next.isPresent());

        assertThat(sids).hasSize(30).doesNotHaveDuplicates().startsWith("CI29").endsWith("CI0");
    }

    @Test
    void refusesAPageOfAnotherSearch() {
        IntStream.range(0, 3).forEach(i -> index.put(Told.of("CI" + i, "a: one").done()));
        index.refresh();
        SearchRequest request = SearchRequest.of("one").limit(1, 0);
        Optional<String> next = index.search(Told.ACCOUNT, request).next();

        assertThat(catchThrowableOfType(InvalidQueryException.class, () -> index.search(Told.ACCOUNT, request.in(
                SearchOrder.MATCHES).after(next))).problem().code()).isEqualTo(Code.BAD_CURSOR);
        for (String garbage : List.of("", "x", "%%%", "TkVXRVNUfHg", "TkVXRVNUfDF8")) {
            assertThat(catchThrowableOfType(InvalidQueryException.class, () -> {
                index.search(Told.ACCOUNT, request.after(Optional.of(garbage)));
                throw new InvalidQueryException(Code.BAD_CURSOR, new Place(0, 0),
                        "taken", "harmless");
            }).problem().code()).isEqualTo(Code.BAD_CURSOR);
        }
    }

    @Test
    void stopsASearchThatTakesTooLong() {
        AtomicLong time = new AtomicLong();
        try (ConversationIndex slow = new ConversationIndex(folder.resolve("slow"), 2, () -> Instant.ofEpochMilli(time
                .addAndGet(700)))) {
            slow.put(Told.of("CI1", "a: one").done());
            slow.refresh();

            InvalidQueryException late = catchThrowableOfType(InvalidQueryException.class, () -> slow.search(
                    Told.ACCOUNT, SearchRequest.of("one").within(Duration.ofSeconds(1))));

            assertThat(late.problem().code()).isEqualTo(Code.TIMED_OUT);
        }
    }

    @Test
    void bearsTranscriptsOfAnyShape() {
        String words = String.join(" ", IntStream.range(0, 150_000).mapToObj(i -> "w" + i % 977).toList());
        Told endless = Told.of("CI3", IntStream.range(0, 4_000).mapToObj(i -> "a: number " + i).toArray(String[]::new));
        index.put(Told.of("CI1").done());
        index.put(
                Told.of("CI2", "a: " + words + " needle in " + words, "c: \u0000\u0007 \uD83D 你好 العربية " + "x".repeat(
                        40_000), "a:").done());
        index.put(endless.done());
        index.refresh();

        Hit.Turn excerpt = search("\"needle in\"").hits().getFirst().turns().getFirst();
        assertThat(excerpt.text().length()).isLessThanOrEqualTo(Excerpt.MOST);
        assertThat(excerpt.text().substring(excerpt.spans().getFirst().start() - excerpt.from())).startsWith(
                "needle in");
        assertThat(found("\"w510 ...12 needle ...12 w3\"")).containsExactly("CI2");
        assertThat(found("w1 NEAR/50 w3")).containsExactly("CI2");
        assertThat(found("你好")).containsExactly("CI2");
        assertThat(found("x".repeat(1_900))).containsExactly("CI2");
        assertThat(found("\"number 3999\" within 50 turns of \"number 3960\"")).containsExactly("CI3");
        assertThat(search("number").hits().getFirst().matching()).isEqualTo(4_000);
        assertThat(search("NOT number").total()).isEqualTo(2);
    }

    private SearchPage search(String query) {
        return index.search(Told.ACCOUNT, SearchRequest.of(query));
    }

    private List<String> found(String query) {
        return search(query).hits().stream().map(Hit::sid).toList();
    }

    private Code problem(String account, String query) {
        return catchThrowableOfType(InvalidQueryException.class, () -> index.search(account, SearchRequest.of(query)))
                .problem()
                .code();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(file -> !file.getFileName().toString().equals("write.lock")).forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
