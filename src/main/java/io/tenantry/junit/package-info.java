/**
 * The JUnit extension: a server for the tests of a program, its tenants, tokens and time by parameter, as it was before each test. Published by
 * itself; needs nothing of the server but its one file.
 */
package io.tenantry.junit;
