package io.tenantry.console.tour;

import io.tenantry.console.page.Section;
import java.util.List;
import java.util.Optional;

/**
 * The tour as somebody sees it: its steps, and the one that is looked at.
 *
 * @param shown empty at the end
 */
public record Tour(Choice choice, List<Step> steps, Optional<Step> shown, Arrival arrival) {
    /** Somebody whom one may choose. */
    public record Person(String id, String displayName, String userPrincipalName) {}

    /**
     * Where the tour has led.
     *
     * @param target id of the person in the target; empty where nobody has arrived
     */
    public record Arrival(String name, String source, String target, String targetName, String job) {}

    static Tour of(Setup setup) {
        List<Step> steps = HowTo.steps(setup);
        Choice choice = setup.choice();
        Optional<Step> shown = steps.stream()
                .filter(step -> choice.step().equals(String.valueOf(step.number())))
                .findFirst();
        boolean end = choice.step().equals("end");
        return new Tour(
                choice,
                steps,
                shown.isPresent() || end
                        ? shown
                        : steps.stream().filter(step -> !step.done()).findFirst(),
                new Arrival(
                        setup.personName(),
                        setup.personId(),
                        setup.arrived().path("id").asText(""),
                        setup.arrived().path("userPrincipalName").asText(""),
                        setup.jobId()));
    }

    public long done() {
        return steps.stream().filter(Step::done).count();
    }

    public boolean isOver() {
        return done() == steps.size();
    }

    /** Of the step that is shown; of the end where none is. */
    private String here() {
        return shown.map(step -> String.valueOf(step.number())).orElse("end");
    }

    public boolean isAt(Step step) {
        return shown.filter(step::equals).isPresent();
    }

    public boolean isAtEnd() {
        return shown.isEmpty();
    }

    public String stateHref() {
        return choice.stateHref(here()) + "&mark=" + mark();
    }

    /** Another one where what is shown of the step has to be shown anew: it leads elsewhere, or has become possible. */
    String mark() {
        return Integer.toHexString(shown.map(step -> step.call().url() + step.missing())
                .orElse(arrival.target() + isOver())
                .hashCode());
    }

    /** Of the step behind the one that is shown. */
    public String next() {
        int number = shown.map(Step::number).orElse(steps.size());
        return choice.href(number < steps.size() ? number + 1 : "end");
    }

    public String personHref() {
        return of(choice.source()) + "/users/" + arrival.source();
    }

    public String targetHref() {
        return of(choice.target()) + "/users/" + arrival.target();
    }

    public String jobHref() {
        return of(choice.source()) + "/jobs/" + arrival.job();
    }

    private static String of(Choice.Party tenant) {
        return Section.ROOT + "/tenants/" + tenant.id();
    }
}
