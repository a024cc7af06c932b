/** Mails that the service sends: the outbox of each tenant, and their way out by SMTP where a mail server is configured. */
package io.tenantry.mail;
