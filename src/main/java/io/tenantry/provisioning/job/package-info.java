/** What a job is and what is done to it: its row in the engine, its schema and settings, whether it can run, its life. */
package io.tenantry.provisioning.job;
