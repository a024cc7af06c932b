package io.tenantry.directory.dynamic.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenantry.regex.CostlyMatch;
import io.tenantry.regex.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A parsed membership rule. */
public sealed interface Rule {
    /** Throws {@link CostlyMatch}. */
    boolean holds(Subject user);

    /** Whether the user is a member; whom the rule takes too long to judge is none. */
    default boolean takes(Subject user) {
        try {
            return holds(new Judged(user, new Steps()));
        } catch (CostlyMatch e) {
            return false;
        }
    }

    /** What it takes to keep: its parts, and the instructions of its regular expressions. */
    default int weight() {
        if (this instanceof And and) {
            return and.left.weight() + and.right.weight();
        }
        if (this instanceof Or or) {
            return or.left.weight() + or.right.weight();
        }
        if (this instanceof Not not) {
            return not.inner.weight();
        }
        if (this instanceof Each each) {
            return each.element.weight();
        }
        return this instanceof Compares compares && compares.comparison.pattern() != null
                ? compares.comparison.pattern().size()
                : 1;
    }

    /** Parses a rule; throws {@link RuleException} where it does not fit the grammar. */
    static Rule parse(String text) {
        return new RuleParser(text).parse();
    }

    record And(Rule left, Rule right) implements Rule {
        @Override
        public boolean holds(Subject user) {
            return left.holds(user) && right.holds(user);
        }
    }

    record Or(Rule left, Rule right) implements Rule {
        @Override
        public boolean holds(Subject user) {
            return left.holds(user) || right.holds(user);
        }
    }

    record Not(Rule inner) implements Rule {
        @Override
        public boolean holds(Subject user) {
            return !inner.holds(user);
        }
    }

    /** A property of the user against a value. */
    record Compares(RuleProperty property, Comparison comparison) implements Rule {
        @Override
        public boolean holds(Subject user) {
            return comparison.holds(user.value(property.path()), user);
        }
    }

    /** {@code -any} or {@code -all} over the elements of a collection; no element satisfies -all. */
    record Each(RuleProperty property, boolean all, Rule element) implements Rule {
        @Override
        public boolean holds(Subject user) {
            List<Subject> elements = new ArrayList<>();
            JsonNode values = user.value(property.path());
            if (values != null) {
                values.forEach(value -> elements.add(new Element(value, user)));
            }
            return all
                    ? elements.stream().allMatch(element::holds)
                    : elements.stream().anyMatch(element::holds);
        }
    }

    /** {@code user.memberOf -any (group.objectId -in [...])}: direct members only. */
    record MemberOf(Set<String> groups) implements Rule {
        @Override
        public boolean holds(Subject user) {
            return user.directGroups().stream().anyMatch(groups::contains);
        }
    }

    record DirectReports(String manager) implements Rule {
        @Override
        public boolean holds(Subject user) {
            return manager.equals(user.manager());
        }
    }

    /** A rule about devices: no user is ever one. */
    record Devices() implements Rule {
        @Override
        public boolean holds(Subject user) {
            return false;
        }
    }
}
