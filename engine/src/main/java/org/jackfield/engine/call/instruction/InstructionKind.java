package org.jackfield.engine.call.instruction;

import org.jackfield.engine.flow.InstructionDefinition;
import java.util.function.BiFunction;

/**
 * An instruction that exists: its definition and how it begins. Beginning throws a
 * {@link org.jackfield.engine.error.DomainException} for a parameter that cannot be used.
 */
public record InstructionKind(InstructionDefinition definition, BiFunction<Parameters, Scene, Step> beginning) {

    /** The first step of the instruction in the scene. */
    public Step begin(Scene scene) {
        return beginning.apply(new Parameters(definition, scene.instruction().parameters()), scene);
    }
}
