/** Alerts in PostgreSQL. Start at {@link org.jackfield.engine.store.alert.JdbcAlerts}. */
@NullMarked
package org.jackfield.engine.store.alert;

import org.jspecify.annotations.NullMarked;
