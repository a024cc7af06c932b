/** Answers: those that no face gives by itself, failures in the form of the face that was called, and what is kept of each body. */
package io.tenantry.http.answer;
