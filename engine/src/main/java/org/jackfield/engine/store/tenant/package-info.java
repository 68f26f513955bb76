/**
 * The tenants' directory in PostgreSQL: tables {@code account}, {@code incoming_number}, {@code sip_domain},
 * {@code credential_list}, {@code credential}, {@code credential_list_mapping}. May import {@code directory},
 * {@code tenant}, {@code id}, {@code store}. Start at {@link org.jackfield.engine.store.tenant.JdbcNumbers}.
 */
@NullMarked
package org.jackfield.engine.store.tenant;

import org.jspecify.annotations.NullMarked;
