package io.tenantry.provisioning.plan;

import io.tenantry.provisioning.user.SourceReader;
import io.tenantry.provisioning.user.SourceUser;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** All live users of the source, page by page: each page is read some time before its turn, and judged on another core. */
final class JudgedAhead {
    /** So that there is always something to be judged. */
    private static final int PAGES = 2;

    private final SourceReader source;
    private final int size;
    private final Queue<ForkJoinTask<List<SourceUser>>> pages = new ArrayDeque<>();
    /** Behind whom the next page begins; empty where all are read. */
    private Optional<String> behind = Optional.of("");

    JudgedAhead(SourceReader source, int size) {
        this.source = source;
        this.size = size;
    }

    /** The next users; nobody where all have had their turn. */
    List<SourceUser> next() {
        while (pages.size() <= PAGES && behind.isPresent()) {
            read(behind.get());
        }
        return pages.isEmpty() ? List.of() : pages.remove().join();
    }

    private void read(String after) {
        SourceReader.Read page = source.next(after, size);
        behind = page.next(size);
        pages.add(ForkJoinPool.commonPool().submit(page::judged));
    }
}
