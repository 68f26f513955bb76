/**
 * Sound for tests, of this module and of the application: tones, tone finding, correlation, WAV files, a peer that speaks
 * RTP by itself. Start at {@link org.jackfield.connectors.media.Tones}.
 */
@NullMarked
package org.jackfield.connectors.media;

import org.jspecify.annotations.NullMarked;
