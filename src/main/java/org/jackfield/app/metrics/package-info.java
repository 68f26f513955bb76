/**
 * What monitoring sees at {@code /actuator/prometheus}: one catalogue of measured values, from which the reference page is
 * made. May import the parts that it reads and the metrics library. Start reading at
 * {@link org.jackfield.app.metrics.MetricCatalog}.
 */
@NullMarked
package org.jackfield.app.metrics;

import org.jspecify.annotations.NullMarked;
