package org.jackfield.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** In a process of its own, because the scheduler of virtual threads is made once. */
class CarriersTest {

    private static final int PINNED = 32;
    private static final String DONE = "the owner went on";

    /** Class initializers keep their carrier while they wait: as many as load classes at a cold start under load. */
    static final class Program {

        private static final CountDownLatch FREE = new CountDownLatch(1);

        static final class Waits {
            static final boolean DONE_WAITING = await();

            private static boolean await() {
                try {
                    FREE.await();
                    return true;
                } catch (InterruptedException e) {
                    return false;
                }
            }
        }

        public static void main(String[] arguments) throws InterruptedException {
            Carriers.provide();
            for (int i = 0; i < PINNED; i++) {
                Thread.ofVirtual().start(() -> new Terminal().say(Boolean.toString(Waits.DONE_WAITING)));
            }
            Thread owner = Thread.ofVirtual().start(FREE::countDown);
            owner.join();
            new Terminal().say(DONE);
        }
    }

    @Test
    void letTheOwnerOfALockGoOnWhenManyWaitForItInClassLoading() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Program.class.getName()).redirectErrorStream(true).start();
        try {
            assertThat(program.inputReader().lines()).contains(DONE);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }
}
