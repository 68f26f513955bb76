/**
 * Sound as the engine knows it: prompts, speech, recordings. Codecs and packets belong to the connectors. May import
 * {@code tenant}. Start at {@link org.jackfield.engine.media.Sound}.
 */
@NullMarked
package org.jackfield.engine.media;

import org.jspecify.annotations.NullMarked;
