package io.tenantry.provisioning.cycle;

import io.tenantry.provisioning.job.JobContext;
import io.tenantry.provisioning.user.SourceReader;
import io.tenantry.provisioning.user.SourceUser;
import io.tenantry.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * The users of a source, page by page: while one page has its turn, the next is read and judged. In a cycle it is then as old as the batch
 * before it: whoever was changed since belongs to the next cycle, as whoever was changed behind his page does.
 */
public final class ReadAhead {
    private static final Logger LOG = Logger.getLogger(ReadAhead.class);

    private record Page(String after, int size, CompletableFuture<Optional<List<SourceUser>>> users) {}

    private final Aside aside;
    private Optional<Page> ahead = Optional.empty();

    public ReadAhead(Aside aside) {
        this.aside = aside;
    }

    /** The next live users behind an id. */
    public List<SourceUser> users(JobContext context, Session source, String after, int size) {
        List<SourceUser> users = ready(after, size)
                .orElseGet(() ->
                        new SourceReader(context, source).next(after, size).judged());
        ahead = users.size() < size
                ? Optional.empty()
                : Optional.of(begin(context, users.get(users.size() - 1).id(), size));
        return users;
    }

    private Page begin(JobContext context, String after, int size) {
        return new Page(after, size, aside.read(session -> new SourceReader(context, session)
                .next(after, size)
                .judged()));
    }

    private Optional<List<SourceUser>> ready(String after, int size) {
        return ahead.filter(page -> page.after.equals(after) && page.size == size)
                .flatMap(page -> {
                    try {
                        return page.users.join();
                    } catch (CompletionException e) {
                        LOG.debug("What was to be read before its turn is read in it", e);
                        return Optional.empty();
                    }
                });
    }
}
