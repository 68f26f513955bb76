package org.jackfield.app.launch;

/**
 * How many threads carry the virtual ones. A virtual thread that loads a class keeps its carrier while it waits for a lock of
 * the class loader; on a machine of two cores two of them are enough to keep whoever holds that lock from ever going on. So
 * there are many more carriers than cores; they exist only while there is work for them.
 */
public final class Carriers {

    static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    /** As many as the scheduler may have at most. */
    static final int ENOUGH = 256;

    private Carriers() {}

    /** Provides them, unless the command line says how many; before the first virtual thread of the process. */
    public static void provide() {
        if (System.getProperty(PARALLELISM) == null) {
            System.setProperty(PARALLELISM, Integer.toString(ENOUGH));
        }
    }
}
