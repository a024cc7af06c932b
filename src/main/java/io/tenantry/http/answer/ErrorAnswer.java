package io.tenantry.http.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tells a client of an error. */
public record ErrorAnswer(int status, Map<String, String> headers, ObjectNode body) {
    ErrorAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ErrorAnswer(status, more, body);
    }
}
