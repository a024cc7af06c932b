package io.tenantry.junit;

import java.lang.reflect.Constructor;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Gives each class a server, and each test the world as it has to be. */
final class TenantryExtension
        implements BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterAllCallback,
                ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(TenantryExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        entered(context);
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        TestWorld world = entered(context);
        if (instance.getOuterInstance().isEmpty()) {
            world.instance();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        world(context).test();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        TestWorld world = world(context);
        if (world == null) {
            return; // it had no scenario
        }
        world.leave(context.getRequiredTestClass());
        TestWorld own = store(context).remove(TestWorld.class, TestWorld.class);
        if (own != null) {
            Servers.giveBack(own.server());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Given.isKnown(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestWorld world = world(context);
        if (context.getTestMethod().isEmpty()) {
            world.prepared(parameter.getDeclaringExecutable() instanceof Constructor);
        }
        return new Given(world.server()).of(parameter);
    }

    /** The instance of a class comes before the class where all tests share it. */
    private static TestWorld entered(ExtensionContext context) {
        Class<?> testClass = context.getRequiredTestClass();
        TestWorld world = world(context);
        if (world == null) {
            String scenario = ScenarioFile.of(testClass);
            world = new TestWorld(Servers.take(scenario), scenario);
            store(context).put(TestWorld.class, world);
        }
        world.enter(testClass, context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS)));
        return world;
    }

    /** That of the class, or of the class around it. */
    private static TestWorld world(ExtensionContext context) {
        return store(context).get(TestWorld.class, TestWorld.class);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
