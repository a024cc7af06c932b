package io.tenantry.graph.delta;

import io.tenantry.odata.query.DeltaToken;
import java.util.List;

/**
 * What one call of {@code delta} answers.
 *
 * @param next token of the next call
 * @param last whether it is a {@code @odata.deltaLink}, not a {@code @odata.nextLink}
 */
public record DeltaPage(List<DeltaItem> items, DeltaToken next, boolean last) {}
