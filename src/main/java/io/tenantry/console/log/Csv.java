package io.tenantry.console.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as lines of a table (RFC 4180). What a spreadsheet would take for a formula is kept a text. */
final class Csv {
    private Csv() {}

    static String provisioning(List<JsonNode> entries) {
        return table(
                List.of(
                        "/activityDateTime",
                        "/provisioningAction",
                        "/provisioningStatusInfo/status",
                        "/provisioningStatusInfo/errorInformation/errorCode",
                        "/sourceIdentity/id",
                        "/sourceIdentity/displayName",
                        "/targetIdentity/id",
                        "/jobId",
                        "/cycleId",
                        "/id"),
                entries);
    }

    static String audits(List<JsonNode> entries) {
        return table(
                List.of(
                        "/activityDateTime",
                        "/category",
                        "/activityDisplayName",
                        "/result",
                        "/resultReason",
                        "/initiatedBy/user/userPrincipalName",
                        "/initiatedBy/app/displayName",
                        "/targetResources/0/displayName",
                        "/correlationId",
                        "/id"),
                entries);
    }

    private static String table(List<String> columns, List<JsonNode> entries) {
        Stream<String> head = columns.stream().map(column -> column.substring(1).replace('/', '.'));
        StringBuilder text = new StringBuilder(head.collect(Collectors.joining(","))).append("\r\n");
        for (JsonNode entry : entries) {
            text.append(columns.stream()
                            .map(column -> cell(entry.at(column).asText("")))
                            .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString();
    }

    private static String cell(String value) {
        String text = value.equals("null") ? "" : value.matches("(?s)[=+\\-@\t\r].*") ? "'" + value : value;
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
