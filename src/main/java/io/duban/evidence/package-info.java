/** 附件与举证材料: files that are checked, written anew, sealed and kept with the case they prove something in. */
@org.jspecify.annotations.NullMarked
package io.duban.evidence;
