/**
 * Applications of clients (browsers, mobile devices): what an access token says and whether it is to be believed. Knows no
 * framework; reading JSON is a port. May import {@code directory}, {@code tenant}, {@code unit}, {@code error}. Start at
 * {@link org.jackfield.engine.client.AccessTokens}.
 */
@NullMarked
package org.jackfield.engine.client;

import org.jspecify.annotations.NullMarked;
