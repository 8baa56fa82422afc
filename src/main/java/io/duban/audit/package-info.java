/** 留痕: who did what to which case, when; append-only, written in the transaction of the change itself. */
@org.jspecify.annotations.NullMarked
package io.duban.audit;
