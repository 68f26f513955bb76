/**
 * Routing policies drawn as DMN decision tables. A table is read once, when it is saved: its XML becomes a
 * {@link org.jackfield.engine.work.table.DecisionTable}, that is translated into the document of a routing policy, and the
 * policy runs as every other one. Says at which row and column something is wrong, which rows can match no worker, and
 * where the items of the last days would have gone. May import {@code work}, its sub-packages {@code expression} and
 * {@code policy}, {@code xml}, {@code tenant}, {@code unit}, {@code error}, {@code id}. Start at
 * {@link org.jackfield.engine.work.table.DecisionTableAdministration}.
 */
@NullMarked
package org.jackfield.engine.work.table;

import org.jspecify.annotations.NullMarked;
