/** Membership rules of dynamic groups: grammar, properties and evaluation (directory.md §8). Plain Java. */
package io.tenantry.directory.dynamic.rule;
