package io.tenantry.packaged.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * A request whose parts are written as they are.
 *
 * @param headers lines; {@code Content-Length} is added where there is a body, {@code Connection: close} always
 * @param body null for none
 */
record Request(String method, String target, List<String> headers, byte[] body) {
    static Request of(String method, String target) {
        return new Request(method, target, List.of("Host: localhost"), null);
    }

    Request with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new Request(method, target, more, body);
    }

    /** In place of the header of that name. */
    Request instead(String header) {
        String name = header.substring(0, header.indexOf(':') + 1);
        List<String> others = new ArrayList<>(
                headers.stream().filter(line -> !line.startsWith(name)).toList());
        others.add(header);
        return new Request(method, target, others, body);
    }

    Request bearer(String token) {
        return with("Authorization: Bearer " + token);
    }

    Request json(String text) {
        return body("application/json", text.getBytes(UTF_8));
    }

    Request form(String text) {
        return body("application/x-www-form-urlencoded", text.getBytes(UTF_8));
    }

    /** Whatever type the headers name. */
    Request text(String text) {
        return new Request(method, target, headers, text.getBytes(UTF_8));
    }

    Request body(String contentType, byte[] bytes) {
        return new Request(method, target, with("Content-Type: " + contentType).headers, bytes);
    }

    byte[] wire() {
        return body == null ? head("") : Hostile.joined(head("Content-Length: " + body.length + "\r\n"), body);
    }

    /** @param more lines, each with its end */
    byte[] head(String more) {
        return (method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n" + more
                        + "Connection: close\r\n\r\n")
                .getBytes(ISO_8859_1);
    }
}
