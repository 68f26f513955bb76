package org.jackfield.analytics.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.analytics.search.language.QueryParser;
import org.jackfield.analytics.search.language.Question;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked of made-up conversations, the index and trying everything out agree. */
class AgainstNaiveSearchTest {

    private static final long SEED = Long.getLong("jackfield.test.seed", 180);
    private static final int CORPORA = Integer.getInteger("jackfield.test.corpora", 4);
    private static final int QUERIES = Integer.getInteger("jackfield.test.queries", 120);

    @TempDir
    private Path folder;

    @Test
    void findsWhatTryingEverythingFinds() {
        int found = 0;
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = SEED; seed < SEED + CORPORA; seed++) {
            SmallTalk talk = new SmallTalk(seed);
            try (ConversationIndex index = new ConversationIndex(folder.resolve("of" + seed), 4,
                    InstantSource.fixed(Instant.EPOCH))) {
                List<Conversation> truth = corpus(index, talk, new Random(seed));
                for (int i = 0; i < QUERIES; i++) {
                    String query = talk.query(3);
                    found += agree(index, truth, query, "seed " + seed + ": " + query, kinds);
                }
            }
        }

        assertThat(found).isGreaterThan(CORPORA * QUERIES);
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(11);
    }

    /** Some are replaced and some taken out again while it grows. */
    private static List<Conversation> corpus(ConversationIndex index, SmallTalk talk, Random random) {
        Map<String, Conversation> truth = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            Conversation conversation = talk.conversation(random.nextInt(45));
            truth.put(conversation.sid(), conversation);
            index.put(conversation);
            if (random.nextInt(6) == 0) {
                String gone = List.copyOf(truth.keySet()).get(random.nextInt(truth.size()));
                truth.remove(gone);
                index.remove(SmallTalk.ACCOUNT, gone);
            }
            if (random.nextInt(8) == 0) {
                index.refresh();
            }
        }
        index.refresh();
        return List.copyOf(truth.values());
    }

    private static int agree(ConversationIndex index, List<Conversation> truth, String query, String as,
            Set<Class<?>> kinds) {
        Question question = QueryParser.parse(query, ZoneOffset.UTC);
        kinds(question, kinds);
        SearchRequest request = SearchRequest.of(query).limit(7, SearchRequest.MOST);
        for (SearchOrder order : SearchOrder.values()) {
            List<Conversation> expected = NaiveSearch.find(truth, question, order);
            List<Hit> hits = pages(index, request.in(order), expected.size(), as);
            assertThat(hits.stream().map(Hit::sid)).as(as).isEqualTo(expected.stream().map(Conversation::sid).toList());
            for (int i = 0; i < hits.size(); i++) {
                assertThat(hits.get(i).turns().stream().map(Hit.Turn::number)).as(as)
                        .isEqualTo(NaiveSearch.turns(expected.get(i), question));
                agreeOnSpans(hits.get(i), expected.get(i), question, as);
            }
        }
        List<Conversation> expected = NaiveSearch.find(truth, question, SearchOrder.OLDEST);
        List<Hit> exported = new ArrayList<>();
        assertThat(index.export(SmallTalk.ACCOUNT, request.in(SearchOrder.OLDEST), exported::add)).as(as)
                .isEqualTo(expected.size());
        assertThat(exported.stream().map(Hit::sid)).as(as).isEqualTo(expected.stream().map(Conversation::sid).toList());
        SearchPage page = index.search(SmallTalk.ACCOUNT, request);
        assertThat(page.facets()
                .getOrDefault(SearchPage.Facet.LABEL, List.of())
                .stream()
                .collect(Collectors.toMap(SearchPage.Count::value, SearchPage.Count::conversations))).as(as)
                .isEqualTo(NaiveSearch.labels(expected));
        return expected.size();
    }

    private static List<Hit> pages(ConversationIndex index, SearchRequest request, int total, String as) {
        List<Hit> hits = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            SearchPage page = index.search(SmallTalk.ACCOUNT, request.after(next));
            assertThat(page.total()).as(as).isEqualTo(total);
            hits.addAll(page.hits());
            next = page.next();
        } while (next.isPresent() && hits.size() < 1_000);
        return hits;
    }

    /** Of a phrase alone, each word that is shown belongs to a stretch that says it, and each such stretch is touched. */
    private static void agreeOnSpans(Hit hit, Conversation truth, Question question, String as) {
        if (!(question instanceof Question.Spot spot)) {
            return;
        }
        for (Hit.Turn shown : hit.turns()) {
            int place = truth.turns().stream().map(Turn::number).toList().indexOf(shown.number());
            Words words = Words.of(truth.turns().get(place).text());
            List<NaiveSearch.Stretch> stretches = NaiveSearch.stretches(truth, place, spot)
                    .stream()
                    .filter(stretch -> stretch.from() >= 0 && stretch.until() > stretch.from())
                    .toList();
            for (NaiveSearch.Stretch stretch : stretches) {
                assertThat(shown.spans()).as(as)
                        .anyMatch(span -> span.start() < words.end(stretch.until() - 1)
                                && span.end() > words.start(stretch.from()));
            }
            for (int word = 0; word < words.count(); word++) {
                int at = word;
                boolean isShown = shown.spans()
                        .stream()
                        .anyMatch(span -> span.start() <= words.start(at)
                                && span.end() >= words.end(at));
                boolean isSaid = stretches.stream().anyMatch(stretch -> stretch.from() <= at && stretch.until() > at);
                assertThat(!isShown || isSaid).as(as + " in " + shown).isTrue();
            }
        }
    }

    private static void kinds(Question question, Set<Class<?>> kinds) {
        kinds.add(question.getClass());
        switch (question) {
            case Question.All all -> all.questions().forEach(each -> kinds(each, kinds));
            case Question.Any any -> any.questions().forEach(each -> kinds(each, kinds));
            case Question.Not not -> kinds(not.question(), kinds);
            case Question.InTurn inTurn -> kinds(inTurn.question(), kinds);
            case Question.WithinTurns within -> {
                kinds(within.one(), kinds);
                kinds(within.other(), kinds);
            }
            default -> {
                // Nothing is within it.
            }
        }
    }
}
