/** How JSON, names and ids are written everywhere, and how a body changes a document. */
package io.tenantry.format;
