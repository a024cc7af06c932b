/** The process: start, banner, exit codes. */
package io.tenantry;
