package io.tenantry.launcher.exported;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A scenario made of a folder. What lies in its folder {@code target} is of the target tenant, all else of the source.
 *
 * @param remarks what was taken over and left out
 */
public record TakenOver(String yaml, List<String> remarks) {
    private static final String TARGET = "target";

    /** Throws {@link UnusableExport}. */
    public static TakenOver of(Path folder) {
        ScenarioDraft draft = draft(folder);
        return written(draft.scenario(), draft.remarks());
    }

    /** The same without personal details; with the same key they are replaced by the same. */
    public static TakenOver disguised(Path folder, String key) {
        ScenarioDraft draft = draft(folder);
        Map<String, Object> scenario = draft.scenario();
        Pseudonyms names = new Pseudonyms(key);
        Map<String, Object> disguised = new Disguise(names).of(scenario);
        return written(disguised, draft.remarks().stream().map(names::text).toList());
    }

    private static TakenOver written(Map<String, Object> scenario, List<String> remarks) {
        return new TakenOver(YamlText.of(scenario, remarks), remarks);
    }

    private static ScenarioDraft draft(Path folder) {
        ExportFolder found = ExportFolder.of(folder);
        List<Path> source = new ArrayList<>();
        List<Path> target = new ArrayList<>();
        found.files().forEach(file -> (isTarget(found.name(file)) ? target : source).add(file));
        Exported home = Exported.of(found, source);
        if (home.users.isEmpty()) {
            throw new UnusableExport("'" + folder + "' holds no users: none of its "
                    + found.files().size() + " JSON files is an answer of GET /users");
        }
        return new ScenarioDraft(home, Exported.of(found, target));
    }

    private static boolean isTarget(Path name) {
        return name.getNameCount() > 1
                && name.getName(0).toString().toLowerCase(Locale.ROOT).equals(TARGET);
    }
}
