/**
 * This node among the others: who it is, who is alive, who was lost. Imports nothing of ours. Start at
 * {@link org.jackfield.engine.node.Nodes}.
 */
@NullMarked
package org.jackfield.engine.node;

import org.jspecify.annotations.NullMarked;
