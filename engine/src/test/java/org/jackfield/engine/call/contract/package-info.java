/**
 * What every implementation of {@link org.jackfield.engine.call.CallControl} does, as a suite that runs on the loopback
 * network and on real SIP: subclass {@code CallControlContract} and bring a {@code ContractFixture} with phones.
 */
@NullMarked
package org.jackfield.engine.call.contract;

import org.jspecify.annotations.NullMarked;
