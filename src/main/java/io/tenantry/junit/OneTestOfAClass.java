package io.tenantry.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Methods of a class share its server, and so take turns, also where methods run at the same time. Older than JUnit 5.12 it is not asked. */
public final class OneTestOfAClass implements ResourceLocksProvider {
    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosing, Class<?> testClass) {
        return turn(enclosing, testClass);
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> testClass, Method method) {
        return turn(enclosing, testClass);
    }

    private static Set<Lock> turn(List<Class<?>> enclosing, Class<?> testClass) {
        Class<?> outermost = enclosing.isEmpty() ? testClass : enclosing.get(0);
        return Set.of(new Lock("tenantry " + outermost.getName()));
    }
}
