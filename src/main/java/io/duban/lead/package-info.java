/** 举报与线索: reports come in here, are registered, triaged, directed, verified and answered (M01–M06). */
@org.jspecify.annotations.NullMarked
package io.duban.lead;
