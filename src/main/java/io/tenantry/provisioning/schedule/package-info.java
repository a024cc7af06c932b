/** What comes by itself as virtual time goes on: cycles that are due, and the end of what has been kept long enough. */
package io.tenantry.provisioning.schedule;
