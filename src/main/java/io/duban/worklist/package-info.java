/** 待办: what people see of their work: Tasklist's 案情 tab and cards, the pages in front of the apps. */
@org.jspecify.annotations.NullMarked
package io.duban.worklist;
