package org.jackfield.analytics.redact;

import java.util.Locale;

/** What is always taken out. */
enum Secret {
    /** A payment card's number, whole or in part. */
    CARD,
    /** A card's security code, and codes sent to prove who somebody is. */
    CODE,
    PIN,
    /** A social security number, whole or in part. */
    SSN;

    /** The word that its marker has in brackets. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
