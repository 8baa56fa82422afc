package io.duban.reporter;

/** What a sealed value is; part of what binds it to its place, so names are never changed. */
enum VaultField {
    IDENTITY,
    REPORT,
    SUPPLEMENT,
    REPLY,
    FILE_NAME,
    FILE,
    DISCLOSURE_REASON,
    DISCLOSURE_OPINION
}
