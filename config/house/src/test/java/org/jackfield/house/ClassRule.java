package org.jackfield.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.function.Predicate;

/**
 * One rule over compiled classes.
 *
 * @param name names the folder of its planted offenders too
 * @param guarded the classes that it looks at
 * @param rule what it demands of them
 * @param atLeast how many classes it must guard in the product, so that it does not guard nothing
 */
record ClassRule(String name, Predicate<JavaClass> guarded, ArchRule rule, int atLeast) {

    static ClassRule of(String name, Predicate<JavaClass> guarded, ArchCondition<JavaClass> condition, int atLeast) {
        DescribedPredicate<JavaClass> described = DescribedPredicate.describe("are guarded by " + name, guarded);
        return new ClassRule(name, guarded, ArchRuleDefinition.classes()
                .that(described)
                .should(condition)
                .allowEmptyShould(true), atLeast);
    }

    List<String> violations(JavaClasses classes) {
        EvaluationResult result = rule.evaluate(classes);
        return result.getFailureReport().getDetails();
    }

    long guards(JavaClasses classes) {
        return classes.stream().filter(guarded).count();
    }

    @Override
    public String toString() {
        return name;
    }
}
