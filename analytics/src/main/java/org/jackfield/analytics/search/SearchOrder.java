package org.jackfield.analytics.search;

/** In which order conversations are answered. */
public enum SearchOrder {
    NEWEST,
    OLDEST,
    /** Those in which the most turns match come first, of equals the newest. It depends on no other conversation. */
    MATCHES
}
