package io.duban.document;

import io.duban.document.PaperTemplates.Draft;
import io.duban.document.PaperTemplates.Uploaded;
import io.duban.engine.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions of templates that were uploaded; none is ever changed or removed, because papers were made with it. */
@Repository
class PaperTemplateRepository {

    private static final int MOST = 200;
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    PaperTemplateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the next version; refuses (409) when somebody else was quicker. */
    int add(PaperKind kind, byte[] content, String sha256, String fileName, String person, Instant at) {
        int version = newest(kind) + 1;
        try {
            jdbc.sql("insert into paper_template (kind, version, content, sha256, file_name, uploaded_by, uploaded_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(kind.name(), version, content, sha256, fileName, person, Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw otherUpload();
        }
        return version;
    }

    /** The newest version there is; 0 for the one shipped. */
    int newest(PaperKind kind) {
        return newestAt(kind, EVER);
    }

    /** The newest version there was at that moment; 0 for the one shipped. */
    int newestAt(PaperKind kind, Instant at) {
        return jdbc.sql("select coalesce(max(version), 0) from paper_template where kind = ? and uploaded_at <= ?")
                .params(kind.name(), Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    byte[] content(PaperKind kind, int version) {
        return jdbc.sql("select content from paper_template where kind = ? and version = ?")
                .params(kind.name(), version)
                .query((row, n) -> row.getBytes("content"))
                .optional()
                .orElseThrow(() -> Refusal.notFound("没有这个模板版本。", "There is no such version of the template."));
    }

    /** The newest first. */
    List<Uploaded> of(PaperKind kind) {
        return jdbc.sql("select version, file_name, sha256, uploaded_by, uploaded_at from paper_template"
                        + " where kind = ? order by version desc fetch first " + MOST + " rows only")
                .param(kind.name())
                .query((row, n) -> new Uploaded(
                        row.getInt("version"),
                        row.getString("file_name"),
                        row.getString("sha256"),
                        row.getString("uploaded_by"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .list();
    }

    /** Puts what is looked at before it is taken into force in the place of what was there. */
    void putDraft(PaperKind kind, byte[] content, String sha256, String fileName, String person, Instant at) {
        jdbc.sql("delete from paper_template_draft where kind = ?")
                .param(kind.name())
                .update();
        try {
            jdbc.sql("insert into paper_template_draft (kind, content, sha256, file_name, uploaded_by, uploaded_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(kind.name(), content, sha256, fileName, person, Timestamp.from(at))
                    .update();
        } catch (DuplicateKeyException meanwhile) {
            throw otherUpload();
        }
    }

    /** Takes away what was looked at; refuses (409) when something else waits by now. */
    void dropDraft(PaperKind kind, String sha256) {
        int dropped = jdbc.sql("delete from paper_template_draft where kind = ? and sha256 = ?")
                .params(kind.name(), sha256)
                .update();
        if (dropped == 0) {
            throw otherUpload();
        }
    }

    Optional<Draft> draft(PaperKind kind) {
        return jdbc.sql("select content, sha256, file_name, uploaded_by, uploaded_at from paper_template_draft"
                        + " where kind = ?")
                .param(kind.name())
                .query((row, n) -> new Draft(
                        row.getBytes("content"),
                        row.getString("sha256"),
                        row.getString("file_name"),
                        row.getString("uploaded_by"),
                        row.getTimestamp("uploaded_at").toInstant()))
                .optional();
    }

    static Refusal otherUpload() {
        return Refusal.conflict(
                "template-version",
                null,
                "他人刚刚上传了同一文种的模板，请核对后重新上传。",
                "Somebody else has just uploaded a template of this kind; look and upload again.");
    }
}
