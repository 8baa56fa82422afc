package io.duban.organisation;

/** What an upload did, by number of lines. */
record UploadResult(int created, int updated, int unchanged) {}
