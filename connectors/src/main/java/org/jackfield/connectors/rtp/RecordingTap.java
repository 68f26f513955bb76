package org.jackfield.connectors.rtp;

/** Where one stream puts what a recording hears of it. */
record RecordingTap(Recording recording, FrameRing ring) {}
