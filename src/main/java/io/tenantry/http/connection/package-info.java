/** One connection and all of them: how long one may keep others waiting, how much is kept for it, and one request at a time. */
package io.tenantry.http.connection;
