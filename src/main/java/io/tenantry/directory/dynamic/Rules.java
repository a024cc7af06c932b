package io.tenantry.directory.dynamic;

import io.tenantry.directory.dynamic.rule.Rule;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Rules that have been parsed; what they take in memory follows their weight. */
final class Rules {
    private static final long MOST = 400_000;

    private final Map<String, Rule> parsed = new ConcurrentHashMap<>();
    private final AtomicLong weight = new AtomicLong();

    Rule of(String text) {
        Rule known = parsed.get(text);
        if (known != null) {
            return known;
        }
        Rule rule = Rule.parse(text);
        if (weight.addAndGet(text.length() + rule.weight()) > MOST) {
            parsed.clear();
            weight.set(text.length() + rule.weight());
        }
        parsed.put(text, rule);
        return rule;
    }
}
