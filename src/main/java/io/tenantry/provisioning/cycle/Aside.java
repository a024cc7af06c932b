package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.user.SourceUser;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What goes on beside the batches of a cycle, while these write. */
public interface Aside {
    /** Reads users of the source; empty where the store is another one by now, or serves nobody any more. */
    CompletableFuture<Optional<List<SourceUser>>> read(Function<Session, List<SourceUser>> work);

    /** Whether somebody waits for the end of the batch. */
    boolean waits();
}
