/** Scenario files: read with the line of everything at hand, and checked whole before anything is loaded. */
package io.tenantry.scenario.file;
