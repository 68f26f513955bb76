package org.jackfield.analytics.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jackfield.analytics.search.language.InvalidQueryException;
import org.jackfield.analytics.search.language.Place;
import org.jackfield.analytics.search.language.QueryProblem.Code;
import org.jspecify.annotations.Nullable;

/** The words of an index at one moment: which of them a beginning stands for. */
final class Dictionary {

    /** Words that a beginning of words may stand for. */
    private static final int MOST_OF_A_BEGINNING = 256;

    private final IndexReader reader;

    Dictionary(IndexReader reader) {
        this.reader = reader;
    }

    /**
     * One word, or all words of the index that begin so when it ends in {@code *}.
     *
     * @throws InvalidQueryException they are too many
     */
    List<BytesRef> terms(String field, String word, Place place) {
        if (!word.endsWith("*")) {
            return List.of(new BytesRef(Fields.cut(word)));
        }
        BytesRef beginning = new BytesRef(word.substring(0, word.length() - 1));
        Set<BytesRef> found = new TreeSet<>();
        try {
            for (LeafReaderContext segment : reader.leaves()) {
                collect(segment.reader().terms(field), beginning, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.size() > MOST_OF_A_BEGINNING) {
            throw new InvalidQueryException(Code.TOO_WIDE, place, word + " stands for more than "
                    + MOST_OF_A_BEGINNING + " words", "write more letters before *");
        }
        return List.copyOf(found);
    }

    private static void collect(@Nullable Terms terms, BytesRef beginning,
            Set<BytesRef> found) throws IOException {
        if (terms == null) {
            return;
        }
        TermsEnum each = terms.iterator();
        TermsEnum.SeekStatus status = each.seekCeil(beginning);
        BytesRef term = status == TermsEnum.SeekStatus.END ? null : each.term();
        while (term != null && StringHelper.startsWith(term, beginning) && found.size() <= MOST_OF_A_BEGINNING) {
            found.add(BytesRef.deepCopyOf(term));
            term = each.next();
        }
    }
}
