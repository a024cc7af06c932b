package io.tenantry.odata.edm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An enumeration and its member names. */
public record EnumType(String name, boolean flags, Map<String, String> members) {
    static EnumType of(String name, boolean flags, List<String> members) {
        Map<String, String> byLowerCase = new LinkedHashMap<>();
        members.forEach(member -> byLowerCase.put(member.toLowerCase(Locale.ROOT), member));
        return new EnumType(name, flags, byLowerCase);
    }

    /** The text with the members' own spelling; flags may be joined by commas. Empty where a member is unknown. */
    public Optional<String> canonical(String text) {
        if (!flags) {
            return Optional.ofNullable(members.get(text.toLowerCase(Locale.ROOT)));
        }
        List<String> names = new ArrayList<>();
        for (String part : text.split(",")) {
            String member = members.get(part.trim().toLowerCase(Locale.ROOT));
            if (member == null) {
                return text.isBlank() ? Optional.of("") : Optional.empty();
            }
            names.add(member);
        }
        return Optional.of(String.join(",", names));
    }
}
