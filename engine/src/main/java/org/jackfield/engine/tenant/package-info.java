/**
 * Tenants (accounts at the API edge), the numbers they own and what those numbers run, their SIP domains and users.
 * Imports nothing of ours but {@code error}. Start at {@link org.jackfield.engine.tenant.AccountId}.
 */
@NullMarked
package org.jackfield.engine.tenant;

import org.jspecify.annotations.NullMarked;
