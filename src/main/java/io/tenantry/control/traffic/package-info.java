/** What goes in and out of the server: requests of late, faults put in their way, mails, news of all of it, and how clients get here. */
package io.tenantry.control.traffic;
