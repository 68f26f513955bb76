/**
 * HTTP towards addresses that tenants name: the guard against requests into private networks (SSRF), and fetching through it. May
 * import {@code engine}. Start at {@link org.jackfield.connectors.webhook.AddressGuard}.
 */
@NullMarked
package org.jackfield.connectors.webhook;

import org.jspecify.annotations.NullMarked;
