/**
 * What went wrong in an account's calls and flows, kept for its owner to look at. Alerts are drawn from the events, so that
 * whatever is published as failed has one. May import {@code event}, {@code tenant}, {@code id}, {@code error},
 * {@code time}. Start at {@link org.jackfield.engine.alert.AlertingEventLog}.
 */
@NullMarked
package org.jackfield.engine.alert;

import org.jspecify.annotations.NullMarked;
