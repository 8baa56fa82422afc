/** 单位与岗位: which units exist, who stands above or runs whom, which role a person holds in which unit. */
@org.jspecify.annotations.NullMarked
package io.duban.organisation;
