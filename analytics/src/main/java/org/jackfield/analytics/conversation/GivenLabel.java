package org.jackfield.analytics.conversation;

import org.jackfield.analytics.label.PlacedLabel;

/** A label on a turn of a kept conversation, and the version of the definition that put it there. */
public record GivenLabel(PlacedLabel placed, long version) {}
