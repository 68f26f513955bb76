/**
 * The nodes' common memory and post, on Hazelcast: who is a member, how workers are, short texts from node to node. It
 * never decides anything and nothing in it is needed after a loss; PostgreSQL is the truth. The only package that may
 * import Hazelcast; also {@code node}, {@code work}, {@code tenant}, {@code error}. Start at
 * {@link org.jackfield.engine.cluster.Cluster}.
 */
@NullMarked
package org.jackfield.engine.cluster;

import org.jspecify.annotations.NullMarked;
