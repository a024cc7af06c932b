/** How the token service speaks HTTP: its paths, requests, answers and errors. */
package io.tenantry.token.http;
