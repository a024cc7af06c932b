package io.tenantry.packaged.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Each test of the class takes a {@link Console}: a browser without memory, and a server whose {@link ConsoleWorld} is as new. A test fails
 * where the browser told of an error, whatever else it saw. Without Chromium the tests are skipped, with {@code TENANTRY_NEEDS_CHROMIUM=1}
 * they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ConsoleExtension.class)
@interface InBrowser {}
