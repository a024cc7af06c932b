package io.tenantry.console.page;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param calls those that the page was read by
 * @param session whether somebody gave a key, and can give it back
 */
public record Frame(String title, Section section, Clock clock, List<ShownCall> calls, boolean session) {
    public Section[] sections() {
        return Section.values();
    }

    /** Changes with every file that it names, so that browsers may keep them. */
    public Assets assets() {
        return Assets.ALL;
    }
}
