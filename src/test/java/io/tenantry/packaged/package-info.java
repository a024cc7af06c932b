/** Tests of the packaged server from outside: another process, reached over HTTP, as people run it. */
package io.tenantry.packaged;
