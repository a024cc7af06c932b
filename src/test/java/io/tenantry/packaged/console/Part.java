package io.tenantry.packaged.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;

/** A page, or a part of one, as somebody finds things in it: by what they are called. Whatever is looked for is waited for. */
class Part {
    private final Locator root;

    Part(Locator root) {
        this.root = root;
    }

    /** The region, group, row or dialog that is called so; a row also by a part of its text. */
    Part part(String name) {
        Locator labelled = role(AriaRole.REGION, name)
                .or(role(AriaRole.GROUP, name))
                .or(role(AriaRole.DIALOG, name))
                .or(role(AriaRole.NAVIGATION, name))
                .or(root.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name)));
        return new Part(labelled.first());
    }

    /** Presses a button, or the summary of details. */
    void press(String name) {
        role(AriaRole.BUTTON, name)
                .or(root.locator("summary").filter(new Locator.FilterOptions().setHasText(name)))
                .first()
                .click();
    }

    /** Follows a link. */
    void follow(String name) {
        role(AriaRole.LINK, name).first().click();
    }

    /** Writes into a field, in place of what is there. */
    void fill(String label, String text) {
        field(label).fill(text);
    }

    /** Chooses in a list, by what is shown. */
    void choose(String label, String option) {
        field(label).selectOption(new SelectOption().setLabel(option));
    }

    /** Ticks a box, or picks one of several. */
    void tick(String label) {
        field(label).check();
    }

    Locator field(String label) {
        return root.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    /** The text is there and can be seen. */
    void see(String text) {
        assertThat(seen(text).first()).isVisible();
    }

    /** The text is not there, or goes. */
    void seeNo(String text) {
        assertThat(seen(text)).hasCount(0);
    }

    /** The text as it stands, whatever elements it is made of. */
    void reads(String regex) {
        assertThat(root).containsText(Pattern.compile(regex));
    }

    private Locator seen(String text) {
        return root.getByText(text).locator("visible=true");
    }

    Locator find(String selector) {
        return root.locator(selector);
    }

    private Locator role(AriaRole role, String name) {
        return root.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
