package io.tenantry.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of this class have a server. Their methods, {@code @BeforeEach}, {@code @BeforeAll} and constructors take a {@link Graph} client, the
 * {@link Tenants}, one {@link Tenant}, its {@link Tokens}, the {@link TestClock}, the {@link Outbox}, the {@link Control} API and the {@link TestServer} as
 * parameters; {@link InTenant} says of which tenant.
 *
 * <p>Each test begins with the scenario, or with what {@code @BeforeAll} made of it. The first class starts a server, which all classes use
 * one after another, and which ends with the virtual machine; where classes run at the same time, each has a server to itself, so that none
 * sees tenants, time or faults of another. Methods of one class take turns.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(TenantryExtension.class)
@ResourceLock(providers = OneTestOfAClass.class)
public @interface TenantryTest {
    /** A scenario file on the class path, from the class or, with a slash in front, from the root; empty: the demo. */
    String scenario() default "";
}
