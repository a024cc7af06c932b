package io.tenantry.token.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens seen lately, so that each is verified once. Two generations: when the younger one is full it becomes the elder, and what was
 * not asked for since is dropped with the elder before it.
 */
final class RecentTokens {
    private static final int GENERATION = 2000;

    private volatile Map<String, VerifiedToken> younger = new ConcurrentHashMap<>();
    private volatile Map<String, VerifiedToken> elder = Map.of();

    /** Null for one not seen lately. */
    VerifiedToken get(String text) {
        VerifiedToken token = younger.get(text);
        if (token == null) {
            token = elder.get(text);
            if (token != null) {
                put(text, token);
            }
        }
        return token;
    }

    void put(String text, VerifiedToken token) {
        younger.put(text, token);
        if (younger.size() > GENERATION) {
            turn();
        }
    }

    private synchronized void turn() {
        if (younger.size() > GENERATION) {
            elder = younger;
            younger = new ConcurrentHashMap<>();
        }
    }
}
