package io.tenantry.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A REST resource, or one method of it, that other machines and callers without a key may use. All others are guarded. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForEveryone {
    /** Whether web pages of other origins may use it, too. */
    boolean fromAnyOrigin() default false;
}
