package io.tenantry.console.plan;

import io.tenantry.console.page.ShownCall;

/** There is no plan. */
public record PlanRefused(String message, ShownCall call) {}
