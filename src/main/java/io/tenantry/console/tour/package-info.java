/** First steps: the how-to as a tour, each step a call that one makes oneself. */
package io.tenantry.console.tour;
