/**
 * The engine that carries users of one tenant into another; it knows resources, never HTTP. Its rooms from the ground up: link, status,
 * expression, scope, mapping, matching, job, object, user, export, cycle, ondemand, schedule. Here stand its settings.
 */
package io.tenantry.provisioning;
