/**
 * Carries calls out: one mailbox a call, a pure decider, one transaction a stimulus. May import {@code call},
 * {@code call.instruction}, {@code work}, {@code media}, {@code tenant}, {@code event}, {@code unit}, {@code time},
 * {@code error}, {@code id}, {@code node}. Start at {@link org.jackfield.engine.call.run.CallEngine}, then at {@code CallMailbox}.
 */
@NullMarked
package org.jackfield.engine.call.run;

import org.jspecify.annotations.NullMarked;
