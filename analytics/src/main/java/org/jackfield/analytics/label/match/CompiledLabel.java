package org.jackfield.analytics.label.match;

import java.util.List;
import org.jackfield.analytics.label.define.LabelDefinition;

/** A label ready to be looked for. Compared by identity. */
final class CompiledLabel {

    private final LabelDefinition definition;
    private final Rule rule;
    private final List<CompiledPhrase> phrases;
    private final boolean isHeardInTurn;

    CompiledLabel(LabelDefinition definition, Vocabulary vocabulary) {
        this.definition = definition;
        RuleCompiler compiler = new RuleCompiler(vocabulary);
        rule = compiler.compile(definition.when());
        phrases = compiler.phrases();
        isHeardInTurn = definition.isHeardInTurn();
    }

    boolean isHeardInTurn() {
        return isHeardInTurn;
    }

    LabelDefinition definition() {
        return definition;
    }

    Rule rule() {
        return rule;
    }

    List<CompiledPhrase> phrases() {
        return phrases;
    }
}
