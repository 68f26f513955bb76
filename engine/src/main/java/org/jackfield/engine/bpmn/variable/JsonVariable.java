package org.jackfield.engine.bpmn.variable;

import java.util.Map;
import org.camunda.bpm.engine.variable.impl.type.PrimitiveValueTypeImpl;
import org.camunda.bpm.engine.variable.impl.value.AbstractTypedValue;
import org.camunda.bpm.engine.variable.type.PrimitiveValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/** A variable's value of maps, lists, texts, numbers and booleans; never changed in place. */
public final class JsonVariable extends AbstractTypedValue<Object> implements PrimitiveValue<Object> {

    static final PrimitiveValueType TYPE = new Type();

    private static final long serialVersionUID = 1L;

    JsonVariable(@Nullable Object value, boolean isTransient) {
        super(value, TYPE);
        setTransient(isTransient);
    }

    @Override
    public PrimitiveValueType getType() {
        return TYPE;
    }

    private static final class Type extends PrimitiveValueTypeImpl {

        private static final long serialVersionUID = 1L;

        Type() {
            super("json-value", Object.class);
        }

        @Override
        public TypedValue createValue(Object value, Map<String, Object> info) {
            return new JsonVariable(JsonText.normalise(value), false);
        }
    }
}
