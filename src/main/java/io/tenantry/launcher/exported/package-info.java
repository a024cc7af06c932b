/** Exports of real tenants, read with bounds and made into a scenario, disguised where that is wanted. Needs nothing but the JDK. */
package io.tenantry.launcher.exported;
