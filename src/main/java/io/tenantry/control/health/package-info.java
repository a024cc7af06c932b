/** Whether the server is alive and ready, as orchestrators ask. */
package io.tenantry.control.health;
