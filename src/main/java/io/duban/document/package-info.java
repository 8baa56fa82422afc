/** 公文: numbers the papers of every case, lays them out, keeps them as they were issued and hands them out (INV-09). */
@org.jspecify.annotations.NullMarked
package io.duban.document;
