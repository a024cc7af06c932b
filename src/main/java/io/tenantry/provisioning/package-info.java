/**
 * The engine that carries users of one tenant into another; it knows resources, never HTTP. Its rooms from the ground up: link, status,
 * expression, scope, mapping, matching, job, object, user, export, cycle, ondemand, schedule. Here stands what they share.
 */
package io.tenantry.provisioning;
