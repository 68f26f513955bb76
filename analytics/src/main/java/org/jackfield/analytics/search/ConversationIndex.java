package org.jackfield.analytics.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.jackfield.analytics.search.language.QueryParser;
import org.jackfield.analytics.search.language.Question;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversations of all accounts of a node, searchable. Each account has an index in a folder of its own, so nothing of one account can
 * be found, counted or felt by another. What is written is visible after {@link #refresh} and lasts after {@link #commit}; what was not
 * committed comes again from the {@link Archive}, and so does everything if the folder is lost or damaged.
 *
 * <p>Safe for use by several threads; one at a time writes. Only so many indexes stay open as are told; one that is asked for again is
 * opened again. Methods throw {@link UncheckedIOException} if the disk fails: go on from {@link #position} then.
 */
public final class ConversationIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationIndex.class);
    private static final int EXPORTED_AT_ONCE = 200;

    private final Path folder;
    private final int mostOpen;
    private final InstantSource clock;
    private final PositionFile positions;
    private final Map<String, AccountIndex> open = new ConcurrentHashMap<>();

    /**
     * Opens it, or makes an empty one.
     *
     * @param mostOpen indexes that stay open
     */
    public ConversationIndex(Path folder, int mostOpen, InstantSource clock) {
        this.folder = folder.resolve(Fields.FORMAT);
        this.mostOpen = mostOpen;
        this.clock = clock;
        try {
            Files.createDirectories(this.folder);
            positions = new PositionFile(this.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What brings the changes of an archive into this index; there is to be one alone. */
    public IndexFeed feedFrom(Archive archive) {
        return new IndexFeed(archive, this, clock);
    }

    /** The position of the archive up to which everything lasts. It goes back to the beginning when an index must be made again. */
    public long position() {
        return positions.current();
    }

    /** Takes a conversation in, in place of what it had under its sid. */
    public synchronized void put(Conversation conversation) {
        write(conversation.account(), index -> index.put(conversation));
    }

    /** Takes a conversation out; one that is not there is no error. */
    public synchronized void remove(String account, String sid) {
        if (exists(account)) {
            write(account, index -> index.remove(sid));
        }
    }

    /** Takes out all that an account has, from the disk as well. */
    public synchronized void erase(String account) {
        Conversation.checkId(account);
        open.compute(account, (name, index) -> {
            close(index);
            delete(folder.resolve(name));
            return null;
        });
    }

    private interface Writing {

        void on(AccountIndex index) throws IOException;
    }

    private void write(String account, Writing writing) {
        AccountIndex index = opened(account);
        try {
            writing.on(index);
        } catch (IOException | AlreadyClosedException e) {
            open.remove(account, index);
            close(index);
            throw new UncheckedIOException(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Makes what was written visible, and closes what has not been used for longest if too much is open. */
    public synchronized void refresh() {
        open.values().forEach(index -> unchecked(index::refresh));
        List<Map.Entry<String, AccountIndex>> idle = open.entrySet()
                .stream()
                .filter(entry -> !entry.getValue().isDirty())
                .sorted(Comparator.comparingLong(entry -> entry.getValue().lastUsed()))
                .toList();
        int tooMany = Math.min(open.size() - mostOpen, idle.size());
        for (int i = 0; i < tooMany; i++) {
            open.computeIfPresent(idle.get(i).getKey(), (account, index) -> {
                close(index);
                return null;
            });
        }
    }

    /**
     * Makes everything last that was written up to a position of the archive.
     *
     * @param from the position that lasted before
     * @return false if an index must be made again meanwhile: go on from {@link #position}
     */
    public synchronized boolean commit(long from, long upTo) {
        open.values().stream().filter(AccountIndex::isDirty).forEach(index -> unchecked(index::commit));
        try {
            return positions.move(from, upTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One page of an answer.
     *
     * @throws org.jackfield.analytics.search.language.InvalidQueryException the query cannot be answered
     */
    public SearchPage search(String account, SearchRequest request) {
        Question question = QueryParser.parse(request.query(), request.zone());
        return read(account, SearchPage.NOTHING,
                (index, reader) -> new Search(reader, index.blocks(), request, question)
                        .page(request.after(), clock));
    }

    /**
     * Tells everything that matches, as it is at one moment, in the order of the request; its limit is for pages. Answers with how many there
     * were.
     *
     * @throws org.jackfield.analytics.search.language.InvalidQueryException the query cannot be answered
     */
    public long export(String account, SearchRequest request, Consumer<Hit> to) {
        SearchRequest paged = request.withoutFacets().limit(EXPORTED_AT_ONCE, request.turns());
        Question question = QueryParser.parse(request.query(), request.zone());
        return read(account, 0L, (index, reader) -> {
            Search search = new Search(reader, index.blocks(), paged, question);
            long told = 0;
            Optional<String> next = request.after();
            do {
                SearchPage page = search.page(next, clock);
                page.hits().forEach(to);
                told += page.hits().size();
                next = page.next();
            } while (next.isPresent());
            return told;
        });
    }

    private interface Reading<T> {

        T of(AccountIndex index, DirectoryReader reader) throws IOException;
    }

    /** The only way to what is in an index: by its account. */
    private <T> T read(String account, T nothing, Reading<T> reading) {
        if (!exists(account)) {
            return nothing;
        }
        try {
            AccountIndex index = opened(account);
            DirectoryReader reader = acquire(account, index);
            try {
                return reading.of(index, reader);
            } finally {
                index.release(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DirectoryReader acquire(String account, AccountIndex index) throws IOException {
        try {
            return index.acquire();
        } catch (AlreadyClosedException closedMeanwhile) {
            return opened(account).acquire();
        }
    }

    private boolean exists(String account) {
        Conversation.checkId(account);
        return open.containsKey(account) || Files.isDirectory(folder.resolve(account));
    }

    private AccountIndex opened(String account) {
        AccountIndex index = open.computeIfAbsent(account, this::openFolder);
        index.use(clock.millis());
        return index;
    }

    private AccountIndex openFolder(String account) {
        Path path = folder.resolve(account);
        try {
            return AccountIndex.open(path);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
            LOG.warn("The search index of {} cannot be read and is made again from the archive", account, e);
            return beginAgain(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AccountIndex beginAgain(Path path) {
        try {
            delete(path);
            positions.beginAgain();
            return AccountIndex.open(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        if (Files.exists(path)) {
            unchecked(() -> IOUtils.rm(path));
        }
    }

    private static void close(@Nullable AccountIndex index) {
        if (index != null) {
            unchecked(index::close);
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void unchecked(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was not committed is lost, and comes again from the archive. */
    @Override
    public synchronized void close() {
        open.values().forEach(ConversationIndex::close);
        open.clear();
    }
}
