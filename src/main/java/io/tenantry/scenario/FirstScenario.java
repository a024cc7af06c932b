package io.tenantry.scenario;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.tenantry.scenario.file.ScenarioException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Loads the scenario of the start where the store is empty, before anything else that starts looks at tenants. */
@ApplicationScoped
public class FirstScenario {
    private final World world;
    private final ScenarioSource source;
    private final Scheduler scheduler;

    FirstScenario(World world, ScenarioSource source, Scheduler scheduler) {
        this.world = world;
        this.source = source;
        this.scheduler = scheduler;
    }

    /** What is scheduled begins when the tenants are there. */
    void begin(@Observes @Priority(10) StartupEvent event) {
        if (!world.loaded()) {
            load();
        }
        scheduler.resume();
    }

    private void load() {
        try {
            world.load(source.text());
        } catch (ScenarioException e) {
            if (world.loaded()) {
                return; // another server on the same database was quicker
            }
            throw new UnusableScenario(source.name(), e);
        }
    }
}
