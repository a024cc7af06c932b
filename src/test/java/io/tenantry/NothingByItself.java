package io.tenantry;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/**
 * Tests act at moments of their own in one application: a tick would purge by its clock what one of them has just deleted at an
 * earlier moment. What comes by itself is tested on the packaged server.
 */
@ApplicationScoped
class NothingByItself {
    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event, Scheduler scheduler) {
        scheduler.pause();
    }
}
