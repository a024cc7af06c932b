package io.tenantry.format;

/** Names as logs and messages of the directory write them: {@code User} for {@code user}. */
public final class PascalCase {
    private PascalCase() {}

    public static String of(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
