package org.jackfield.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the threads of our process are for, by their names as Linux keeps them: 15 characters at most. */
final class ThreadGroups {

    static final String VIRTUAL = "virtual threads (calls, engine, HTTP)";

    private static final Map<String, String> BY_BEGINNING = new LinkedHashMap<>();

    static {
        BY_BEGINNING.put("media-", "media");
        BY_BEGINNING.put("ForkJoinPool", VIRTUAL);
        BY_BEGINNING.put("VirtualThread", VIRTUAL);
        BY_BEGINNING.put("MasterPoller", VIRTUAL);
        BY_BEGINNING.put("SubPoller", VIRTUAL);
        BY_BEGINNING.put("jackfield-timer", "timers");
        BY_BEGINNING.put("jackfield:", "connection pool");
        BY_BEGINNING.put("jackfield-", "SIP");
        BY_BEGINNING.put("MessageProcesso", "SIP");
        BY_BEGINNING.put("DefaultSipTimer", "SIP");
        BY_BEGINNING.put("BlockingQueueDi", "SIP");
        BY_BEGINNING.put("NioSelector", "SIP");
        BY_BEGINNING.put("G1", "garbage collector");
        BY_BEGINNING.put("GC", "garbage collector");
        BY_BEGINNING.put("VM Thread", "garbage collector");
        BY_BEGINNING.put("C1", "JIT compilers");
        BY_BEGINNING.put("C2", "JIT compilers");
        BY_BEGINNING.put("JobExecutor", "job acquisition");
        BY_BEGINNING.put("http", "HTTP acceptor");
        BY_BEGINNING.put("Catalina", "HTTP acceptor");
        BY_BEGINNING.put("container", "HTTP acceptor");
        BY_BEGINNING.put("hz.", "cluster");
        BY_BEGINNING.put("JFR", "flight recorder");
    }

    private ThreadGroups() {}

    static String of(String thread) {
        return BY_BEGINNING.entrySet()
                .stream()
                .filter(entry -> thread.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other: " + thread.replaceAll("[0-9]+", "#"));
    }
}
