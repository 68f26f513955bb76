package org.jackfield.engine.media;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A finished recording on disk: RIFF WAV, 8,000 Hz, 16-bit linear; two channels (caller left, agent right), or one when a
 * single leg was recorded.
 */
public record RecordingFile(Path file, Duration duration, int channels) {}
