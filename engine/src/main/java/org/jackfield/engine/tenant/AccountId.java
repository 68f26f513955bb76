package org.jackfield.engine.tenant;

/**
 * The id of a tenant. It has a type of its own, unlike other ids, because mixing it up with another string would show one
 * tenant's data to another: every store method takes it first.
 */
public record AccountId(String value) implements Comparable<AccountId> {

    public AccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an account id is not blank");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
