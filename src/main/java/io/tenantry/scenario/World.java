package io.tenantry.scenario;

import io.tenantry.error.GraphError;
import io.tenantry.format.Ids;
import io.tenantry.scenario.file.Problem;
import io.tenantry.scenario.file.Scenario;
import io.tenantry.scenario.file.ScenarioChecker;
import io.tenantry.scenario.file.ScenarioException;
import io.tenantry.scenario.file.ScenarioText;
import io.tenantry.scenario.file.TenantScenario;
import io.tenantry.store.Registry;
import io.tenantry.store.Snapshots;
import io.tenantry.store.Store;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import io.tenantry.store.failure.StoreUnavailable;
import io.tenantry.store.failure.UniqueViolation;
import io.tenantry.time.VirtualClock;
import io.tenantry.world.Quiescence;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The whole state of the server: loaded from a scenario when the store is empty, set back to it, exchanged for another. What is stored
 * outlives restarts, and so does the point that a reset goes back to.
 */
@ApplicationScoped
public class World {
    private static final Logger LOG = Logger.getLogger(World.class);
    /** Names of server values: the scenario's text, and the snapshot that was taken when it was loaded. */
    private static final String SCENARIO = "scenario";

    private static final String BASELINE = "scenario.baseline";

    /** A tenant of the scenario and its clients, without the objects in it. */
    public record Listed(String tenantId, String displayName, List<TenantScenario.Client> clients) {
        static Listed of(TenantScenario tenant) {
            return new Listed(tenant.id(), tenant.displayName(), tenant.clients());
        }
    }

    private record Known(String baseline, List<Listed> tenants) {
        static Known of(String baseline, Scenario scenario) {
            return new Known(
                    baseline, scenario.tenants().stream().map(Listed::of).toList());
        }
    }

    private final Store store;
    private final Tenants tenants;
    private final Snapshots snapshots;
    private final VirtualClock clock;
    private final ScenarioChecker checker;
    private final ScenarioLoader loader;
    private final ScenarioSource source;
    private final Quiescence quiescence;
    private volatile Known known;

    World(
            Store store,
            Tenants tenants,
            Snapshots snapshots,
            VirtualClock clock,
            ScenarioChecker checker,
            ScenarioLoader loader,
            ScenarioSource source,
            Quiescence quiescence) {
        this.store = store;
        this.tenants = tenants;
        this.snapshots = snapshots;
        this.clock = clock;
        this.checker = checker;
        this.loader = loader;
        this.source = source;
        this.quiescence = quiescence;
    }

    /** Whether there is a world: this server, another one or a former one loaded it. */
    boolean loaded() {
        return value(SCENARIO).isPresent();
    }

    /** Loads a scenario where there was none; throws {@link ScenarioException} where it does not fit. */
    void load(ScenarioText text) {
        build(text, checker.scenario(text));
    }

    /** The tenants that a reset goes back to, with their clients. */
    public List<Listed> listed() {
        String baseline = value(BASELINE).orElseThrow();
        Known current = known;
        if (current == null || !current.baseline.equals(baseline)) {
            known = current = Known.of(baseline, stored());
        }
        return current.tenants;
    }

    /** Whether a reset goes back to the demo, whose secrets everybody knows. */
    public boolean isDemo() {
        return value(SCENARIO).filter(ScenarioSource.demo().text()::equals).isPresent();
    }

    private Scenario stored() {
        return checker.scenario(new ScenarioText(value(SCENARIO).orElseThrow()));
    }

    /** Back to the scenario as loaded, at real time. */
    public void reset() {
        quiescence.exclusively(() -> {
            if (!snapshots.restore(value(BASELINE).orElseThrow())) {
                build(new ScenarioText(value(SCENARIO).orElseThrow()), stored());
            }
            clock.reset();
        });
    }

    /** Exchanges the scenario; throws {@link ScenarioException} where it does not fit, and nothing is changed. */
    public void replace(byte[] scenario) {
        replace(ScenarioText.of(scenario));
    }

    /** Exchanges the scenario for the one that this server begins with where there is none. */
    public void replaceByFirst() {
        replace(source.text());
    }

    private void replace(ScenarioText text) {
        Scenario checked = checker.scenario(text);
        quiescence.exclusively(() -> {
            build(text, checked);
            clock.reset();
        });
    }

    /** Adds a tenant, which the next reset takes away again. */
    public Tenant add(byte[] tenant) {
        TenantScenario checked = checker.tenant(ScenarioText.of(tenant), tenants);
        write(registry -> loader.load(registry, checked, clock.now()));
        return tenants.byId(checked.id()).orElseThrow();
    }

    /** Keeps the present state and time under a name. */
    public void take(String snapshot) {
        quiescence.exclusively(
                () -> snapshots.take(snapshot, ClockSetting.of(clock).toJson()));
    }

    /** Goes back to a named state and its time; false where there is none of this name. */
    public boolean restore(String snapshot) {
        boolean[] found = new boolean[1];
        quiescence.exclusively(() -> {
            Optional<Snapshots.Snapshot> kept = snapshots.find(snapshot);
            found[0] = kept.isPresent() && snapshots.restore(snapshot);
            if (found[0]) {
                ClockSetting.of(kept.get().note()).apply(clock);
            }
        });
        return found[0];
    }

    private void build(ScenarioText text, Scenario scenario) {
        String baseline = baseline(text);
        Optional<String> before = value(BASELINE);
        write(registry -> {
            registry.value(SCENARIO, text.text());
            registry.value(BASELINE, baseline);
            registry.clear();
            for (TenantScenario tenant : scenario.tenants()) {
                loader.load(registry, tenant, clock.systemNow());
            }
        });
        known = Known.of(baseline, scenario);
        try {
            snapshots.take(baseline, ClockSetting.of(clock).toJson());
            before.filter(old -> !old.equals(baseline)).ifPresent(snapshots::delete);
        } catch (StoreUnavailable e) {
            LOG.warnf("Resets build the scenario anew, since its state cannot be kept: %s", e.getMessage());
        }
    }

    /** The name tells the text, so that a copy of another scenario is never taken for this one's, whenever the server was stopped. */
    private static String baseline(ScenarioText text) {
        return Snapshots.RESERVED + "scenario-"
                + Ids.derived(text.text()).replace("-", "").substring(0, 20);
    }

    /** What the checks could not see, two values that must differ once Graph has derived others from them, ends here. */
    private void write(Consumer<Registry> work) {
        try {
            store.writeAll(registry -> {
                work.accept(registry);
                registry.gatherFigures();
                return null;
            });
        } catch (GraphError e) {
            throw new ScenarioException(e.getMessage());
        } catch (UniqueViolation e) {
            throw new ScenarioException(List.of(
                    new Problem("", "two objects of a tenant hold a value that must be unique: " + e.constraint(), 0)));
        }
    }

    private Optional<String> value(String name) {
        return store.readAll(registry -> Optional.ofNullable(registry.value(name)));
    }
}
