package org.jackfield.connectors.rtp;

import java.util.random.RandomGenerator;

/** What a stream is made of; {@code random} is its own, {@code wallNanosAtZero} the wall clock when the media clock began. */
record StreamSetup(MediaRequest request, PortPair ports, MediaOptions options, RandomGenerator random,
        long wallNanosAtZero, long openedAt) {}
