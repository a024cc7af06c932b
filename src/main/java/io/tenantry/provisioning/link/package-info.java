/** What the engine remembers of the objects of a job: which belong together, which failed, which references wait. */
package io.tenantry.provisioning.link;
