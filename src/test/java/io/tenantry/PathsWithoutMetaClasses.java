package io.tenantry;

import groovy.lang.GroovySystem;
import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/**
 * REST-assured makes a class of each path that is looked at. Groovy would search the whole class path for a metaclass of that class, which
 * nobody has written and which takes as long as all the rest.
 */
public final class PathsWithoutMetaClasses implements QuarkusTestBeforeClassCallback {
    @Override
    public void beforeClass(Class<?> test) {
        GroovySystem.getMetaClassRegistry().getMetaClassCreationHandler().setDisableCustomMetaClassLookup(true);
    }
}
