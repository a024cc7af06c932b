/** One call of Graph from its path to its answer: who calls and what it may, where the path leads, reading and writing. */
package io.tenantry.graph.pipeline;
