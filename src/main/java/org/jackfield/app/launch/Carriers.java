package org.jackfield.app.launch;

/**
 * How many threads carry the virtual ones. A virtual thread that loads a class keeps its carrier while it waits for a lock of
 * the class loader; with as many carriers as cores, two on a small machine, whoever holds that lock might never go on. With
 * hundreds of them that cannot happen, but each wakes for a moment's work, and calls cost twice as much. So there are a few,
 * and more while they are needed: {@link CarrierWatch}.
 */
public final class Carriers {

    static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    private static final int LEAST = 8;
    private static final int EACH_CORE = 4;

    private Carriers() {}

    /** Provides them, unless the command line says how many; before the first virtual thread of the process. */
    public static void provide() {
        if (System.getProperty(PARALLELISM) == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(PARALLELISM, Integer.toString(Math.max(LEAST, EACH_CORE * cores)));
        }
        CarrierWatch.begin();
    }
}
