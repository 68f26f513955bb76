package org.jackfield.engine.bpmn.variable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps maps, lists, big numbers and long texts as JSON: in the variable's own row when it is short, else beside it. It
 * stands first among the engine's serialisers, and the engine's serialiser of Java objects is taken away, so that an object
 * of any other class is refused. Thread-safe.
 */
public final class JsonVariables extends PrimitiveValueSerializer<JsonVariable> {

    /** The longest text that the engine's own row takes. */
    static final int ROW_LIMIT = 4000;

    public JsonVariables() {
        super(JsonVariable.TYPE);
    }

    @Override
    public JsonVariable convertToTypedValue(UntypedValueImpl untyped) {
        return new JsonVariable(JsonText.normalise(untyped.getValue()), untyped.isTransient());
    }

    @Override
    public void writeValue(JsonVariable variable, ValueFields fields) {
        String text = JsonText.write(variable.getValue());
        if (text.length() <= ROW_LIMIT) {
            fields.setTextValue(text);
            fields.setByteArrayValue(null);
        } else {
            fields.setTextValue(null);
            fields.setByteArrayValue(JsonText.bytes(text));
        }
    }

    @Override
    public JsonVariable readValue(ValueFields fields, boolean asTransientValue) {
        String text = fields.getTextValue();
        byte[] bytes = text == null ? fields.getByteArrayValue() : null;
        return new JsonVariable(text == null && bytes == null ? null : JsonText.read(text, bytes), asTransientValue);
    }

    @Override
    protected boolean canWriteValue(TypedValue value) {
        return value instanceof JsonVariable || isJson(value.getValue());
    }

    private static boolean isJson(@Nullable Object value) {
        return value instanceof Map || value instanceof Collection || value instanceof BigDecimal
                || value instanceof BigInteger || (value instanceof String text && text.length() > ROW_LIMIT);
    }
}
