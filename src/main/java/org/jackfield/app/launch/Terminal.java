package org.jackfield.app.launch;

/** The process as its user sees it: standard output and the exit code. The only class that touches either. */
public final class Terminal {

    /** One line on standard output. */
    void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** One line on standard error, for who started the product and made a mistake. */
    void complain(String line) {
        System.err.println(line);
        System.err.flush();
    }

    /** Ends the process, running what was registered to run then. */
    public void exit(int code) {
        Runtime.getRuntime().exit(code);
    }

    /** Runs the task when the process is asked to stop; then it ends with the task's code, whatever signal it was. */
    void onStop(Runnable task) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("jackfield-stop").unstarted(() -> {
            task.run();
            Runtime.getRuntime().halt(0);
        }));
    }
}
