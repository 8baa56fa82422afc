/**
 * 模型检查: what the models, tables and forms have to keep to, and the check of the whole set before anything of it runs.
 * Plain Java without an engine or a database: whoever changes a model sees every fault at once and in seconds.
 */
@org.jspecify.annotations.NullMarked
package io.duban.model;
