package io.tenantry.odata.query;

import io.tenantry.store.Entity;
import java.util.List;
import java.util.Optional;

/**
 * One page of a collection.
 *
 * @param next token of the page behind it, empty at the end
 * @param count of all matches, where it was asked for
 */
public record Page(List<Entity> entities, Optional<String> next, Optional<Long> count) {}
