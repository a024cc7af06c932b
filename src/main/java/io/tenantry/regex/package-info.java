/** Regular expressions of users, in the language of .NET, with bounded time and stack; stands on nothing else of the server. */
package io.tenantry.regex;
