package org.jackfield.engine.call.contract;

import java.nio.file.Path;
import org.jackfield.engine.call.CallControl;

/** One implementation under test, with the phones that stand at its far end. */
public interface ContractFixture extends AutoCloseable {

    /** The implementation; its listener and the receiver of inbound calls are those that the fixture was opened with. */
    CallControl control();

    /** A new phone with an address of its own that {@link CallControl#dial} reaches; it takes one call at a time. */
    ContractPhone phone();

    /** Where nobody is: a dial there ends with UNREACHABLE or NOT_FOUND. */
    String nowhere();

    /** A folder for recordings. */
    Path folder();

    @Override
    void close();
}
