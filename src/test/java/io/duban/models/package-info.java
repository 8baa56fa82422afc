/** The models as such: their pictures, the rules they are written by, the rows of their decision tables. */
@org.jspecify.annotations.NullMarked
package io.duban.models;
