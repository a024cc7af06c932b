package io.tenantry.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups that capture, under .NET's names and numbers: it counts those without a name first. */
final class Groups {
    private static final int MOST = 100;

    private final List<Integer> unnamed = new ArrayList<>();
    private final List<Integer> named = new ArrayList<>();
    private final Map<String, Integer> byName = new HashMap<>();

    /** @param name null for a group without one */
    void open(String name) {
        int position = count() + 1;
        if (position > MOST) {
            throw new InvalidPattern("more than " + MOST + " groups");
        }
        if (name == null) {
            unnamed.add(position);
        } else if (byName.putIfAbsent(name, position) != null) {
            throw new InvalidPattern("two groups named " + name);
        } else {
            named.add(position);
        }
    }

    int count() {
        return unnamed.size() + named.size();
    }

    /** The position of a group in the pattern, by its name or its number. */
    Optional<Integer> position(String nameOrNumber) {
        if (nameOrNumber.isEmpty() || nameOrNumber.length() > 3 || !Character.isDigit(nameOrNumber.charAt(0))) {
            return Optional.ofNullable(byName.get(nameOrNumber));
        }
        try {
            return position(Integer.parseInt(nameOrNumber));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> position(int number) {
        if (number <= unnamed.size()) {
            return Optional.of(number == 0 ? 0 : unnamed.get(number - 1));
        }
        return number <= count() ? Optional.of(named.get(number - unnamed.size() - 1)) : Optional.empty();
    }
}
