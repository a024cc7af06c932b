/** Requests that mean harm, made by a generator and sent to the packaged server as bytes: what each is refused for, and what it must not leave behind. */
package io.tenantry.packaged.hostile;
