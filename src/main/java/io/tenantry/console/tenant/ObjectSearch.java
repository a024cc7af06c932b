package io.tenantry.console.tenant;

/**
 * How a list is searched.
 *
 * @param hint what can be searched for
 * @param page address of the whole page
 * @param part address of the list alone
 * @param kinds whether kinds of people can be chosen
 * @param group whose members are listed, empty for no group
 */
public record ObjectSearch(String hint, String page, String part, boolean kinds, String group) {}
