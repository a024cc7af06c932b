package io.tenantry.console.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenantry.console.api.QueryText;
import io.tenantry.format.Json;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan is asked for, by the fields of a form: {@code body} a schema in place of the stored one, {@code cycle}, {@code started}, and
 * {@code outbound}, {@code inbound}, {@code users} the policies of both tenants. What is left empty is taken as it stands.
 *
 * @param proposal the fields that the plan follows from
 * @param action whose objects are shown; {@code all}, or empty for whatever changes or fails
 * @param token where the page begins, empty for the first one
 */
record PlanForm(Map<String, String> proposal, String action, String token) {
    private static final String PAGE = "50";
    private static final String ALL = "all";
    private static final String ALL_BUT_SKIPPED = "create,update,delete,disable,restore,fail,stagedDelete";
    private static final List<String> PROPOSAL = List.of("body", "cycle", "started", "outbound", "inbound", "users");

    static PlanForm of(MultivaluedMap<String, String> fields) {
        Map<String, String> proposal = new LinkedHashMap<>();
        for (String name : PROPOSAL) {
            Optional.ofNullable(fields.getFirst(name))
                    .filter(value -> !value.isBlank())
                    .ifPresent(value -> proposal.put(name, value));
        }
        String token = text(fields, "token");
        // the page behind keeps to what was shown; another choice begins anew
        return new PlanForm(proposal, text(fields, token.isEmpty() ? "action" : "shown"), token);
    }

    private static String text(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Which page of the plan. */
    String query(String plan) {
        return new QueryText(plan)
                .with("$top", PAGE)
                .with("action", actions())
                .with("$skiptoken", token)
                .text();
    }

    private String actions() {
        return switch (action) {
            case "" -> ALL_BUT_SKIPPED;
            case ALL -> "";
            default -> action;
        };
    }

    /** The body of the call; empty where the schema is no JSON. */
    Optional<ObjectNode> json() {
        ObjectNode json = Json.object();
        Optional.ofNullable(proposal.get("cycle")).ifPresent(cycle -> json.put("cycle", cycle));
        flag(json, "started", "/started");
        flag(json, "outbound", "/sourcePartner/automaticUserConsentSettings/outboundAllowed");
        flag(json, "inbound", "/targetPartner/automaticUserConsentSettings/inboundAllowed");
        flag(json, "users", "/targetPartner/identitySynchronization/userSyncInbound/isSyncAllowed");
        try {
            if (proposal.containsKey("body")) {
                json.set("schema", Json.MAPPER.readTree(proposal.get("body")));
            }
            return Optional.of(json);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void flag(ObjectNode json, String field, String pointer) {
        if (proposal.containsKey(field)) {
            int last = pointer.lastIndexOf('/');
            ObjectNode parent = last == 0 ? json : json.withObject(pointer.substring(0, last));
            parent.put(pointer.substring(last + 1), proposal.get(field).equals("true"));
        }
    }
}
