package org.jackfield.engine.presence;

import java.util.List;
import org.jackfield.engine.tenant.AccountId;

/** What those do whose contact an identity is. Implemented by work distribution. Joins the open unit of work. Thread-safe. */
@FunctionalInterface
public interface Occupations {

    /** A worker each, in the order of their ids. */
    List<Occupation> of(AccountId account, String identity);
}
