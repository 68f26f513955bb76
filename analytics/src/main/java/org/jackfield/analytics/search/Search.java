package org.jackfield.analytics.search;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jackfield.analytics.search.SearchPage.Count;
import org.jackfield.analytics.search.SearchPage.Facet;
import org.jackfield.analytics.search.language.InvalidQueryException;
import org.jackfield.analytics.search.language.Place;
import org.jackfield.analytics.search.language.QueryProblem.Code;
import org.jackfield.analytics.search.language.Question;

/** One question, asked of one account's index as it is at one moment. */
final class Search {

    private final IndexSearcher searcher;
    private final Blocks blocks;
    private final Query query;
    private final List<QueryCompiler.Shown> shown;
    private final SearchRequest request;

    Search(DirectoryReader reader, Blocks blocks, SearchRequest request, Question question) {
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        this.blocks = blocks;
        this.request = request;
        QueryCompiler compiler = new QueryCompiler(new Dictionary(reader), blocks);
        query = compiler.conversations(question);
        shown = compiler.shown();
    }

    /** @throws InvalidQueryException it takes longer than it may */
    SearchPage page(Optional<String> after, InstantSource clock) throws IOException {
        long deadline = clock.millis() + request.timeout().toMillis();
        searcher.setTimeout(() -> clock.millis() > deadline);
        TopFieldCollectorManager top = new TopFieldCollectorManager(Cursor.sort(request.order()), request.limit(), after
                .map(cursor -> Cursor.read(request.order(), cursor))
                .orElse(null), Integer.MAX_VALUE);
        SearchPage page = request.facets() ? withFacets(top) : page(searcher.search(query, top), Map.of());
        if (searcher.timedOut() || clock.millis() > deadline) {
            throw new InvalidQueryException(Code.TIMED_OUT, new Place(0, request.query().length()),
                    "the search took longer than " + TimeUnit.MILLISECONDS.toSeconds(request.timeout().toMillis())
                            + " s",
                    "ask for less: a queue, a time, rarer words");
        }
        return page;
    }

    private SearchPage withFacets(TopFieldCollectorManager top) throws IOException {
        CollectorManager<?, Map<Facet, List<Count>>> facets = FacetCounter.manager();
        Object[] both = searcher.search(query, new MultiCollectorManager(top, facets));
        @SuppressWarnings("unchecked")
        Map<Facet, List<Count>> counts = (Map<Facet, List<Count>>) both[1];
        return page((TopFieldDocs) both[0], counts);
    }

    private SearchPage page(TopFieldDocs found, Map<Facet, List<Count>> facets) throws IOException {
        ScoreDoc[] docs = found.scoreDocs;
        if (searcher.timedOut()) {
            return SearchPage.NOTHING;
        }
        List<Hit> hits = new HitReader(searcher, blocks, shown, request.turns()).read(docs);
        Optional<String> next = docs.length == request.limit()
                ? Optional.of(Cursor.write(request.order(), (FieldDoc) docs[docs.length - 1]))
                : Optional.empty();
        return new SearchPage(found.totalHits.value(), hits, facets, next);
    }
}
