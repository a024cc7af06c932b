package io.tenantry.launcher;

import io.tenantry.launcher.exported.TakenOver;
import io.tenantry.launcher.exported.UnusableExport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code import DIR}: a scenario of what was exported from real tenants, on standard output; all or nothing. */
final class ImportCommand {
    private ImportCommand() {}

    static int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.isEmpty() || arguments.get(0).startsWith("--")) {
            throw Refusal.mistake("import needs a folder: ./tenantry import DIR [--anonymize] > scenario.yaml");
        }
        Options options = Options.of(
                "import", arguments.subList(1, arguments.size()), Set.of("--key"), Set.of("--anonymize"), environment);
        if (options.isGiven("--key") && !options.isGiven("--anonymize")) {
            throw Refusal.mistake("--key goes with --anonymize");
        }
        try {
            Path folder = Path.of(arguments.get(0));
            TakenOver taken = options.isGiven("--anonymize")
                    ? TakenOver.disguised(folder, options.given("--key").orElseGet(() -> UUID.randomUUID()
                            .toString()))
                    : TakenOver.of(folder);
            taken.remarks().forEach(each -> System.err.println("tenantry: " + each));
            new PrintStream(System.out, false, StandardCharsets.UTF_8)
                    .append(taken.yaml())
                    .flush();
            return 0;
        } catch (UnusableExport | InvalidPathException e) {
            throw Refusal.mistake(e.getMessage().replaceAll("\\s+", " "));
        } catch (OutOfMemoryError e) {
            throw Refusal.mistake("the export is larger than memory; JAVA_TOOL_OPTIONS=-Xmx4g gives more");
        }
    }
}
