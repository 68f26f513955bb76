/**
 * The rules of the house, as tests over every module: over compiled classes ({@link org.jackfield.house.ClassRules}), over
 * sources ({@link org.jackfield.house.SourceRules}), over the compiler's and the formatter's settings, over the docs. Each
 * rule must find its own planted offender ({@code src/test/resources/offenders}) and guard enough to mean something. The
 * named exemptions stand in {@link org.jackfield.house.Exemptions}.
 */
@NullMarked
package org.jackfield.house;

import org.jspecify.annotations.NullMarked;
