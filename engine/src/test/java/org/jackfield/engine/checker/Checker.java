package org.jackfield.engine.checker;

import java.util.ArrayList;
import java.util.List;

/** All rules over one ledger. */
public final class Checker {

    private Checker() {}

    /** What must not be; empty when all is well. */
    public static List<Finding> check(Ledger ledger) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(OrderRules.check(ledger.facts()));
        findings.addAll(CallRules.check(ledger));
        findings.addAll(WorkRules.check(ledger));
        findings.addAll(LeftoverRules.check(ledger));
        return findings;
    }
}
