/**
 * XML from outside, opened so that reading it fetches and expands nothing. Imports nothing of ours. Start at
 * {@link org.jackfield.engine.xml.SafeXml}.
 */
@NullMarked
package org.jackfield.engine.xml;

import org.jspecify.annotations.NullMarked;
