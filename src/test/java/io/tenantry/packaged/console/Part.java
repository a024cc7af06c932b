package io.tenantry.packaged.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.tenantry.packaged.Await;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page, or a part of one, as somebody finds things in it: by what they are called. Whatever is looked for is waited for. */
class Part {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Locator root;

    Part(Locator root) {
        this.root = root;
    }

    /** The region, group, list, dialog or navigation that is called so; else the row that holds the text. */
    Part part(String name) {
        return new Part(firstOf(
                name,
                role(AriaRole.REGION, name),
                role(AriaRole.GROUP, name),
                role(AriaRole.LIST, name),
                role(AriaRole.DIALOG, name),
                role(AriaRole.NAVIGATION, name),
                root.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name))));
    }

    /** Presses a button, or the summary of details. */
    void press(String name) {
        usable(firstOf(
                        name,
                        role(AriaRole.BUTTON, name),
                        root.locator("summary").filter(new Locator.FilterOptions().setHasText(name))))
                .click();
    }

    /** Presses a button whose call leads on to another page, or to this one anew. */
    void pressAndGoOn(String name) {
        Page page = root.page();
        page.waitForLoadState();
        boolean[] arrived = new boolean[1];
        Consumer<Page> arrival = shown -> arrived[0] = true;
        page.onLoad(arrival);
        press(name);
        page.waitForCondition(() -> arrived[0]);
        page.offLoad(arrival);
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
        return usable(root.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first());
    }

    /** What is found, once it is there and the scripts of its page, which may still be coming, listen to it. */
    private Locator usable(Locator found) {
        found.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        root.page().waitForLoadState();
        return found;
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
        assertThat(root).containsText(Pattern.compile(regex, Pattern.DOTALL));
    }

    private Locator seen(String text) {
        return root.getByText(text).locator("visible=true");
    }

    Locator find(String selector) {
        return root.locator(selector);
    }

    /** Of several ways to find something the first that finds it. */
    private static Locator firstOf(String name, Locator... ways) {
        Locator[] found = new Locator[1];
        Await.until(LONGEST_WAIT, () -> {
            found[0] =
                    Stream.of(ways).filter(each -> each.count() > 0).findFirst().orElse(null);
            return found[0] != null;
        });
        assertNotNull(
                found[0],
                () -> "there is no '" + name + "' in " + ways[0].page().url());
        return found[0].first();
    }

    private Locator role(AriaRole role, String name) {
        return root.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
