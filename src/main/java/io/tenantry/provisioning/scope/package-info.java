/** Who is in scope: kind of user, assignment, scoping filters (provisioning-engine.md §2). */
package io.tenantry.provisioning.scope;
