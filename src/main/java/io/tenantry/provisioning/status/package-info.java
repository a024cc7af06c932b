/** What a job shows of its life: its states, how its last cycles ended, why it is in quarantine and when it is tried again. */
package io.tenantry.provisioning.status;
