package io.tenantry.provisioning.user;

import io.tenantry.format.Json;
import io.tenantry.provisioning.job.JobContext;
import io.tenantry.store.Entity;
import io.tenantry.store.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Users that would be made, made once more of their sources: of many only few are asked for, so that none needs to be kept. */
public final class Newcomers {
    private final JobContext context;
    private final SourceReader source;
    private final String moment;

    /** @param now when they would be made */
    public Newcomers(JobContext context, Session source, Instant now) {
        this.context = context;
        this.source = new SourceReader(context, source);
        this.moment = Json.instant(now);
    }

    /** @param sources id of each → id of its source, of which it can be made */
    public List<Entity> of(Map<String, String> sources) {
        Map<String, SourceUser> users = source.byId(List.copyOf(sources.values())).stream()
                .collect(Collectors.toMap(SourceUser::id, Function.identity()));
        return sources.entrySet().stream()
                .map(each -> of(each.getKey(), users.get(each.getValue())))
                .toList();
    }

    private Entity of(String id, SourceUser user) {
        String name = user.object().orElseThrow().text("userPrincipalName");
        Mapping.Made made = (Mapping.Made) user.mapping();
        return Newcomer.of(context, id, name, made.values(), made.candidate())
                .at(moment)
                .user();
    }
}
