package io.tenantry.graph.json;

import io.tenantry.graph.path.ResourcePath;
import io.tenantry.graph.path.ResourcePath.Located;
import io.tenantry.graph.path.ResourcePath.Step;
import io.tenantry.odata.edm.GraphModel;
import io.tenantry.odata.query.Expansion;
import io.tenantry.odata.query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fragment of {@code @odata.context} behind {@code $metadata#} (odata-protocol.md §2.3, directory.md §18). */
public final class ContextUrl {
    private ContextUrl() {}

    /** Where the entities of a path belong: an entity set, or the path itself for what is contained. */
    public static String set(GraphModel model, ResourcePath path) {
        List<Located> located = path.located();
        Located last = located.get(located.size() - 1);
        for (int i = located.size() - 1; i >= 0; i--) {
            Step step = located.get(i).step();
            if (step instanceof Step.Cast cast) {
                return model.set(cast.type())
                        .map(GraphModel.Root::name)
                        .orElse("directoryObjects/microsoft.graph."
                                + cast.type().name());
            }
            if (step instanceof Step.Navigate navigate && !navigate.navigation().contained()) {
                return model.set(model.type(navigate.navigation().target()))
                        .map(GraphModel.Root::name)
                        .orElseGet(() -> joined(located));
            }
            if (step instanceof Step.Navigate || step instanceof Step.Root) {
                break;
            }
        }
        return last.template().startsWith("/directory/deletedItems") ? "directoryObjects" : joined(located);
    }

    /** An entity that a path leads to: its set and, where there are several, its key. */
    public static String entity(GraphModel model, ResourcePath path, String key) {
        Located last = path.last();
        boolean one = last.step() instanceof Step.Key || last.collection();
        return set(model, path) + (one ? "('" + key.replace("'", "''") + "')" : "");
    }

    /** {@code servicePrincipals('{id}')/synchronization/jobs}: the key of the addressed entity itself is left out. */
    private static String joined(List<Located> located) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < located.size(); i++) {
            Step step = located.get(i).step();
            if (step instanceof Step.Root root) {
                names.add(root.root().name());
            } else if (step instanceof Step.Navigate navigate) {
                names.add(navigate.navigation().name());
            } else if (step instanceof Step.Value value) {
                names.add(value.property().name());
            } else if (step instanceof Step.Key key && i < located.size() - 1) {
                int end = names.size() - 1;
                names.set(end, names.get(end) + "('" + key.value().replace("'", "''") + "')");
            }
        }
        return String.join("/", names);
    }

    public static String options(Selection selection, List<Expansion> expansions) {
        if (!selection.asked() && expansions.isEmpty()) {
            return "";
        }
        return "("
                + Stream.concat(
                                Stream.of(selection.joined()),
                                expansions.stream().map(Expansion::context))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(","))
                + ")";
    }
}
