/** The commands of the launcher: what is checked before a start, what is built for one, and programs run against a server. Needs nothing but the JDK. */
package io.tenantry.launcher;
