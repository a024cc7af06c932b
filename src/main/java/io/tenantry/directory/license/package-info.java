/** Subscriptions, the plans in them and their units; licences that users have through groups (directory.md §12). */
package io.tenantry.directory.license;
