/** The official SDKs, each through our adapter, against the packaged product. */
@NullMarked
package org.jackfield.app.sdk;

import org.jspecify.annotations.NullMarked;
