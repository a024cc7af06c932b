/** The Edm of each version as shapes: types, properties, navigation and operations with fast look-up. */
package io.tenantry.odata.edm;
