/**
 * Where sound comes from: spoken text, shipped prompts, tones, and WAV files from the web. May import {@code engine} and
 * {@code connectors.webhook} (for guarded fetching). Start at {@link org.jackfield.connectors.speech.FreeTtsSynthesizer} and
 * {@link org.jackfield.connectors.speech.Prompts}.
 */
@NullMarked
package org.jackfield.connectors.speech;

import org.jspecify.annotations.NullMarked;
