/** Provisioning log, audit log and mails: filtered, followed, one entry whole, exported. */
package io.tenantry.console.log;
