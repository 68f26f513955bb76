/**
 * Benchmarks: each is one class whose name ends with {@code Bench}, run by {@code src/bench/run NAME}, never by the build. It
 * prints its settings and a reference measured in the same run, because a figure alone says more about the machine than about
 * the product. May import everything. Start reading at {@link org.jackfield.bench.LoadBench}.
 */
@NullMarked
package org.jackfield.bench;

import org.jspecify.annotations.NullMarked;
