package io.tenantry.packaged.console;

import io.tenantry.packaged.PackagedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out one {@link Console} a test, all of them on one server and in one browser. */
final class ConsoleExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace SPACE = Namespace.create(ConsoleExtension.class);

    /** What all tests of this process share; a process that takes its classes one by one has one run of JUnit for each. */
    private record Stage(Chromium chromium, PackagedServer server, ConsoleWorld world) {
        private static Stage running;

        static synchronized Stage running() {
            if (running == null) {
                running = start();
                Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            }
            return running;
        }

        private static Stage start() {
            Path browser = Chromium.executable();
            CompletableFuture<PackagedServer> starting = CompletableFuture.supplyAsync(Stage::startServer);
            Chromium chromium = Chromium.start(browser);
            PackagedServer server = starting.join();
            return new Stage(chromium, server, ConsoleWorld.on(server));
        }

        private static PackagedServer startServer() {
            try {
                Path folder = Files.createTempDirectory("tenantry-console");
                return PackagedServer.start(
                        folder.resolve("data"), "tenantry.scenario=" + ConsoleWorld.scenario(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void close() {
            server.close();
            chromium.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Stage stage = Stage.running();
        stage.world.reset();
        context.getStore(SPACE).put("console", new Console(stage.chromium.browser(), stage.server, stage.world));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Console console = console(context);
        if (console == null) {
            return;
        }
        try {
            if (context.getExecutionException().isPresent()) {
                console.screenshot(Path.of("target", "console-failures", name(context) + ".png"));
            } else {
                console.troubles().requireNone();
            }
        } finally {
            console.close();
        }
    }

    private static String name(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
    }

    private static Console console(ExtensionContext context) {
        return context.getStore(SPACE).get("console", Console.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Console.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return console(context);
    }
}
