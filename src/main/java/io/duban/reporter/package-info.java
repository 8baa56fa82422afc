/** 举报人保护: the vault of identities, original texts and attachments, its receipts, and the one way to a disclosure. */
@org.jspecify.annotations.NullMarked
package io.duban.reporter;
