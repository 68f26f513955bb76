package org.jackfield.analytics.extract;

/**
 * Finds one kind of value. It answers with the token behind the value that begins at {@code i}, having kept it, or with {@code i}.
 * A rule looks only a bounded number of tokens ahead, or takes what it looked at: so a turn is read in linear time.
 */
interface Rule {

    int match(Scan scan, int i);
}
