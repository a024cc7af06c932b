package io.tenantry.control.job;

import io.tenantry.control.ControlError;
import io.tenantry.provisioning.plan.PlanAction;
import io.tenantry.provisioning.plan.PlanPages;
import io.tenantry.provisioning.plan.PlanPosition;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which objects of a plan are asked for: {@code $top}, and {@code action} with one or several actions, all where there is none.
 *
 * @param action as it was sent, null for none
 */
record PlanQuery(int top, String action, Set<PlanAction> actions) {
    private static final int PAGE = 500;
    private static final int LARGEST_PAGE = 2000;

    static PlanQuery of(String top, String action) {
        return new PlanQuery(top(top), action, actions(action));
    }

    private static int top(String top) {
        if (top == null) {
            return PAGE;
        }
        int wanted = top.matches("[0-9]{1,6}") ? Integer.parseInt(top) : 0;
        if (wanted < 1 || wanted > LARGEST_PAGE) {
            throw ControlError.badRequest("$top", "$top must be a number from 1 to " + LARGEST_PAGE);
        }
        return wanted;
    }

    private static Set<PlanAction> actions(String action) {
        if (action == null) {
            return EnumSet.allOf(PlanAction.class);
        }
        Set<PlanAction> actions = EnumSet.noneOf(PlanAction.class);
        for (String each : action.split(",", -1)) {
            actions.add(PlanAction.named(each)
                    .orElseThrow(() -> ControlError.badRequest("action", "there is no action '" + each + "'")));
        }
        return actions;
    }

    PlanPages.View view() {
        return new PlanPages.View(top, actions);
    }

    /** Query of the page that begins at a position. */
    String next(PlanPosition position) {
        return "?$top=" + top + (action == null ? "" : "&action=" + action) + "&$skiptoken=" + position.token();
    }
}
