package io.tenantry.console.person;

import io.tenantry.console.api.QueryText;
import io.tenantry.console.page.ShownCall;
import java.util.List;
import java.util.Optional;

/**
 * All that the page of a person shows at once; why it is so is asked behind it.
 *
 * @param joined empty where no job could join the person to another
 */
public record PersonPage(
        Person person, String tenantName, List<Tie> ties, Optional<Joined> joined, List<Group> groups) {
    /** A group that the person is a member of. */
    public record Group(String name, String href) {}

    /**
     * The person and the one at the other end of a job.
     *
     * @param onDemand the call that provisions it at once
     */
    public record Joined(Tie tie, Sides sides, History history, Assignment assignment, ShownCall onDemand) {}

    /** The same page, of another job. */
    public String href(Tie tie) {
        return part("", tie);
    }

    /** A part of the page, of a job. */
    public String part(String name, Tie tie) {
        return new QueryText(person.href() + name).with("job", tie.job()).text();
    }
}
