package org.jackfield.analytics.search;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/** The index of one account, open. One thread writes, any number read. */
final class AccountIndex implements AutoCloseable {

    private static final double BUFFER_MEGABYTES = 16;

    private final Directory folder;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private final TurnWords words = new TurnWords();
    private final Blocks blocks = new Blocks();
    private volatile long lastUsed;
    private volatile boolean isDirty;

    private AccountIndex(Directory folder, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.writer = writer;
        readers = new ReaderManager(writer);
    }

    /** @throws org.apache.lucene.index.CorruptIndexException what is in the folder is damaged */
    static AccountIndex open(Path path) throws IOException {
        Directory folder = FSDirectory.open(path);
        IndexWriter writer = null;
        try {
            ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
            merges.setMaxMergesAndThreads(2, 1);
            writer = new IndexWriter(folder, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setMergeScheduler(merges)
                    .setCommitOnClose(false));
            return new AccountIndex(folder, writer);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(writer, folder);
            throw e;
        }
    }

    Blocks blocks() {
        return blocks;
    }

    /** To be given back. */
    DirectoryReader acquire() throws IOException {
        return readers.acquire();
    }

    void release(DirectoryReader reader) throws IOException {
        readers.release(reader);
    }

    void put(Conversation conversation) throws IOException {
        isDirty = true;
        writer.updateDocuments(sid(conversation.sid()), ConversationDocuments.of(conversation, words));
    }

    void remove(String sid) throws IOException {
        isDirty = true;
        writer.deleteDocuments(sid(sid));
    }

    private static Term sid(String sid) {
        return new Term(Fields.SID, sid);
    }

    /** Makes what was written visible. */
    void refresh() throws IOException {
        readers.maybeRefreshBlocking();
    }

    /** Makes what was written last. */
    void commit() throws IOException {
        writer.commit();
        isDirty = false;
    }

    boolean isDirty() {
        return isDirty;
    }

    void use(long now) {
        lastUsed = now;
    }

    long lastUsed() {
        return lastUsed;
    }

    /** What was not committed is lost. */
    @Override
    public void close() throws IOException {
        IOUtils.close(readers, writer, folder);
    }
}
