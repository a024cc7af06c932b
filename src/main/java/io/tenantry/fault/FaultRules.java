package io.tenantry.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.format.Json;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Rules in their order. The first one that fits and fires decides; one that is used up, or whose share the dice deny, lets the next one try.
 *
 * @param seed of the dice: the same calls meet the same faults
 */
public record FaultRules(List<FaultRule> rules, long seed, Random dice) {
    static final FaultRules NONE = new FaultRules(List.of(), 0);

    public FaultRules(List<FaultRule> rules, long seed) {
        this(List.copyOf(rules), seed, new Random(seed));
    }

    boolean isEmpty() {
        return rules.isEmpty();
    }

    boolean askWhoCalls() {
        return rules.stream().anyMatch(FaultRule::asksWhoCalls);
    }

    Optional<FaultRule> fire(Call call) {
        return fire(call, rule -> true);
    }

    /** Of those only; what it is that fires has been counted. */
    Optional<FaultRule> fire(Call call, Predicate<FaultRule> which) {
        return rules.stream()
                .filter(which)
                .filter(rule -> rule.fits(call))
                .filter(rule -> rule.share() >= 1 || dice.nextDouble() < rule.share())
                .filter(FaultRule::hit)
                .findFirst();
    }

    ObjectNode shown() {
        ArrayNode list = Json.array();
        rules.forEach(rule -> list.add(rule.shown()));
        ObjectNode shown = Json.object();
        shown.set("rules", list);
        return rules.isEmpty() ? shown : shown.put("seed", seed);
    }
}
