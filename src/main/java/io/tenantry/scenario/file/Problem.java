package io.tenantry.scenario.file;

/**
 * One mistake in a scenario file.
 *
 * @param path of the field, such as {@code tenants[0].users[3].userPrincipalName}; empty for the file as a whole
 * @param line counted from 1; 0 where it is not known
 */
public record Problem(String path, String message, int line) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + message + (line > 0 ? " (line " + line + ")" : "");
    }
}
