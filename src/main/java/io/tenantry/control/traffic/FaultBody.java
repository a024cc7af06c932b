package io.tenantry.control.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.control.ControlBody;
import io.tenantry.control.ControlError;
import io.tenantry.control.Fields;
import io.tenantry.fault.Drop;
import io.tenantry.fault.FaultRule;
import io.tenantry.fault.FaultRules;
import io.tenantry.fault.Match;
import io.tenantry.http.answer.InjectedFault;
import io.tenantry.journal.PathPattern;
import io.tenantry.store.Tenant;
import io.tenantry.store.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Reads rules for faults, or refuses them whole, naming the place. */
@ApplicationScoped
class FaultBody {
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);
    private static final int MOST_RULES = 1000;
    private static final int LONGEST_WAIT = 86_400;

    private final Tenants tenants;

    FaultBody(Tenants tenants) {
        this.tenants = tenants;
    }

    FaultRules read(ControlBody body) {
        JsonNode list = body.json().path("rules");
        if (!list.isArray() || list.size() > MOST_RULES) {
            throw ControlError.badRequest("rules", "rules must be a list, of " + MOST_RULES + " at most");
        }
        Fields all = new Fields(body.json(), "");
        long seed = all.number("seed", 0, Long.MAX_VALUE)
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(1L << 53));
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode rule : list) {
            rules.add(rule(Fields.of(rule, "rules[" + rules.size() + "]")));
        }
        return new FaultRules(rules, seed);
    }

    private FaultRule rule(Fields rule) {
        // what GET shows can be put back
        rule.only("match", "share", "count", "delay", "answer", "drop", "hits", "remaining");
        Optional<Duration> delay = rule.text("delay").map(text -> delay(rule, text));
        Optional<InjectedFault> answer = rule.object("answer").map(FaultBody::answer);
        Optional<Drop> drop = rule.text("drop").map(text -> drop(rule, text));
        if (delay.isEmpty() && answer.isEmpty() && drop.isEmpty()) {
            throw rule.refused("", "a rule needs a delay, an answer or a drop (delay PT0S lets calls through)");
        }
        if (answer.isPresent() && drop.filter(Drop.BEFORE::equals).isPresent()) {
            throw rule.refused("drop", "nothing is answered where the connection is dropped before");
        }
        ObjectNode given = rule.json().deepCopy();
        given.remove(List.of("hits", "remaining"));
        return new FaultRule(
                rule.object("match").map(this::match).orElse(Match.ANY),
                rule.share("share"),
                rule.number("count", 0, Long.MAX_VALUE),
                delay.orElse(Duration.ZERO),
                answer,
                drop,
                given,
                new AtomicLong());
    }

    private Match match(Fields match) {
        match.only("method", "path", "tenant", "client");
        return new Match(
                match.text("method").map(text -> method(match, text)),
                match.text("path").map(text -> path(match, text)),
                match.text("tenant").map(text -> tenant(match, text)),
                match.text("client"));
    }

    private static String method(Fields match, String text) {
        if (!text.matches("[A-Za-z]{1,20}")) {
            throw match.refused("method", "'" + text + "' is no method");
        }
        return text.toUpperCase(Locale.ROOT);
    }

    private static PathPattern path(Fields match, String text) {
        if (!text.startsWith("/") && !text.startsWith("*")) {
            throw match.refused("path", "a path begins with / or *");
        }
        if (text.indexOf('?') >= 0) {
            throw match.refused("path", "a path has no query");
        }
        return new PathPattern(text);
    }

    private String tenant(Fields match, String text) {
        return tenants.byAnyName(text)
                .map(Tenant::id)
                .orElseThrow(() -> match.refused("tenant", "there is no tenant '" + text + "'"));
    }

    private static Duration delay(Fields rule, String text) {
        try {
            Duration delay = Duration.parse(text);
            if (!delay.isNegative() && delay.compareTo(LONGEST_DELAY) <= 0) {
                return delay;
            }
        } catch (DateTimeException e) {
            throw rule.refused("delay", "'" + text + "' is not a span like PT0.2S");
        }
        throw rule.refused("delay", "a delay is from PT0S to " + LONGEST_DELAY);
    }

    private static InjectedFault answer(Fields answer) {
        answer.only("status", "code", "message", "retryAfter");
        long status =
                answer.number("status", 400, 599).orElseThrow(() -> answer.refused("status", "status is missing"));
        return new InjectedFault(
                (int) status,
                answer.text("code").orElse(null),
                answer.text("message").orElse(null),
                answer.number("retryAfter", 0, LONGEST_WAIT)
                        .map(String::valueOf)
                        .orElse(null));
    }

    private static Drop drop(Fields rule, String text) {
        return switch (text) {
            case "before" -> Drop.BEFORE;
            case "during" -> Drop.DURING;
            default -> throw rule.refused("drop", "drop must be before or during");
        };
    }
}
