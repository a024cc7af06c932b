/** Mails to those who look after a job: when its objects begin to fail, when it goes into quarantine, when it holds deletions back. */
package io.tenantry.provisioning.notice;
