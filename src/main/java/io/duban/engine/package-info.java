/**
 * The engine and its guards: configuration of Camunda 7, the deployment of the models, the one way in which a form's
 * fields become a command, and everything that stands between a request and the engine.
 */
@org.jspecify.annotations.NullMarked
package io.duban.engine;
