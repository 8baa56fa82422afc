package io.duban.engine;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * No query brings an expression, at whatever depth: the engine looks at the outermost only and evaluates those within
 * {@code orQueries} (CVE-2026-109432). Filters are commands that carry queries and are looked into like them.
 */
final class QueryGate extends CommandInterceptor {

    private static final String ENGINE = "org.camunda.bpm.engine.";
    private static final int DEEPEST = 6;

    @Override
    public <T> T execute(Command<T> command) {
        if (carriesExpression(command, 0, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            throw Refusal.of(
                    "expression",
                    "query-expression",
                    "CVE-2026-109432",
                    "查询和筛选条件不得含有表达式，请直接填写值。",
                    "Queries and filters hold no expressions; send the value itself.");
        }
        return next.execute(command);
    }

    private static boolean carriesExpression(@Nullable Object carrier, int depth, Set<Object> seen) {
        if (carrier == null || depth > DEEPEST || !seen.add(carrier)) {
            return false;
        }
        if (carrier instanceof AbstractQuery<?, ?> query
                && !query.getExpressions().isEmpty()) {
            return true;
        }
        if (carrier instanceof Iterable<?> many) {
            List<Object> copy = new ArrayList<>();
            many.forEach(copy::add);
            return copy.stream().anyMatch(each -> carriesExpression(each, depth + 1, seen));
        }
        return carrier.getClass().getName().startsWith(ENGINE) && fieldsCarry(carrier, depth, seen);
    }

    private static boolean fieldsCarry(Object carrier, int depth, Set<Object> seen) {
        for (Class<?> type = carrier.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (mayCarry(field) && carriesExpression(value(field, carrier), depth + 1, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Queries, filters, the builders of batch operations, and lists of such. */
    private static boolean mayCarry(Field field) {
        String type = field.getType().getName();
        return !Modifier.isStatic(field.getModifiers())
                && (type.contains("Query")
                        || type.contains("Filter")
                        || type.endsWith("Builder")
                        || type.endsWith("BuilderImpl")
                        || (Iterable.class.isAssignableFrom(field.getType())
                                && field.getGenericType().getTypeName().contains("Query")));
    }

    private static @Nullable Object value(Field field, Object carrier) {
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, carrier);
    }
}
