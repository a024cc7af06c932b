/** Groups whose members follow from a rule: when rules are asked, and how members come and go (directory.md §8). */
package io.tenantry.directory.dynamic;
