package io.duban.engine;

import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Lets only declared variables into the engine's tables. It stands at the serializers because every value that is to be
 * stored passes one, whoever writes it: a person, a service task, a timer, a message, a mapping, an administrator. What
 * is not stored (the engine's transient values) is not its business.
 */
final class VariableGate {

    private static final int LONGEST = 120;
    private static final Set<Class<?>> TYPES = Set.of(String.class, Boolean.class, Integer.class, Date.class);

    /** What the engine itself counts in a multi-instance. */
    private static final Map<String, Class<?>> COUNTERS = Map.of(
            "nrOfInstances", Integer.class,
            "nrOfActiveInstances", Integer.class,
            "nrOfCompletedInstances", Integer.class,
            "loopCounter", Integer.class);

    private final Supplier<Map<String, Class<?>>> declared;

    VariableGate(Supplier<Map<String, Class<?>>> declared) {
        this.declared = declared;
    }

    VariableSerializers around(VariableSerializers engine) {
        DefaultVariableSerializers guarded = new DefaultVariableSerializers();
        engine.getSerializers().forEach(each -> guarded.addSerializer(new Guarded<>(each)));
        return guarded;
    }

    boolean knows(String name) {
        return COUNTERS.containsKey(name) || declared.get().containsKey(name);
    }

    private void check(TypedValue value, @Nullable String name) {
        if (value.isTransient()) {
            return;
        }
        Object plain = value.getType() == null || !value.getType().isPrimitiveValueType() ? value : value.getValue();
        boolean isShort = plain == null
                || (TYPES.contains(plain.getClass()) && !(plain instanceof String text && text.length() > LONGEST));
        Class<?> type =
                name == null ? null : COUNTERS.getOrDefault(name, declared.get().get(name));
        boolean fits = plain == null || (type != null && type.isInstance(plain));
        if (type == null || !fits || !isShort) {
            throw Refusal.of(
                    String.valueOf(name),
                    "variable-list",
                    "流程变量清单（设计决定）",
                    "“" + name + "”不是已登记的流程变量或其值不符合登记，流程中只保存编号、单位代码、期限和结果代码。",
                    "'" + name + "' is not a declared process variable or not of its type.");
        }
    }

    /** One of the engine's serializers that asks first. */
    private final class Guarded<T extends TypedValue> implements TypedValueSerializer<T> {

        private final TypedValueSerializer<T> engine;

        Guarded(TypedValueSerializer<T> engine) {
            this.engine = engine;
        }

        @Override
        public void writeValue(T value, ValueFields fields) {
            check(value, fields.getName());
            engine.writeValue(value, fields);
        }

        @Override
        public T readValue(ValueFields fields, boolean deserialize, boolean asTransient) {
            return engine.readValue(fields, deserialize, asTransient);
        }

        @Override
        public String getName() {
            return engine.getName();
        }

        @Override
        public ValueType getType() {
            return engine.getType();
        }

        @Override
        public boolean canHandle(TypedValue value) {
            return engine.canHandle(value);
        }

        @Override
        public T convertToTypedValue(UntypedValueImpl value) {
            return engine.convertToTypedValue(value);
        }

        @Override
        public String getSerializationDataformat() {
            return engine.getSerializationDataformat();
        }

        @Override
        public boolean isMutableValue(T value) {
            return engine.isMutableValue(value);
        }
    }
}
