package org.jackfield.engine.bpmn.expression;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a name to the variable of that name and a property to a map's key or a list's index. A variable that does not
 * exist is {@code null}, so that {@code default(x, 'y')} and {@code x == null} can ask for it; a property of anything else
 * does not exist. Nothing can be written. Thread-safe.
 */
final class SafeResolver extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        context.setPropertyResolved(true);
        return switch (base) {
            case null -> variable(context, String.valueOf(property));
            case Map<?, ?> map -> property == null ? null : map.get(property.toString());
            case List<?> list -> item(list, property);
            default -> throw new PropertyNotFoundException(
                    "'" + property + "' is asked of something that is neither a map nor a list");
        };
    }

    private static @Nullable Object variable(ELContext context, String name) {
        if (context.getContext(VariableScope.class) instanceof VariableScope scope) {
            return scope.getVariable(name);
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext variables) {
            TypedValue value = variables.resolve(name);
            return value == null ? null : value.getValue();
        }
        return null;
    }

    private static @Nullable Object item(List<?> list, @Nullable Object property) {
        if (property instanceof Number index) {
            int at = index.intValue();
            return at >= 0 && at < list.size() ? list.get(at) : null;
        }
        throw new PropertyNotFoundException("a list has no '" + property + "', only numbers from 0");
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        throw new PropertyNotFoundException("expressions call no methods");
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("expressions write nothing");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }
}
