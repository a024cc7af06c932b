/** Gallery templates and the synchronization resources of service principals: secrets, templates, jobs, schemas. */
package io.tenantry.synchronization;
