/** Web pages at {@code /_tenantry/console}. They know nothing but what Graph and the control API answer, and do nothing but call them. */
package io.tenantry.console;
