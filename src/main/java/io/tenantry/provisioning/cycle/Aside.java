package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.user.SourceUser;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Reads users of the source on another thread, beside those who work on users that were read before. */
public interface Aside {
    /** Empty where the store is another one by now, or serves nobody any more. */
    CompletableFuture<Optional<List<SourceUser>>> read(Function<Session, List<SourceUser>> work);
}
