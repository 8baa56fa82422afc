package io.duban.document;

import io.duban.document.PaperTemplates.Draft;
import io.duban.engine.Refusal;
import io.duban.organisation.People;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 待启用模板: a template between its upload and the moment it is taken into force. It is checked when it comes, looked at
 * with the sample's words, and taken or thrown away; what is taken is what was looked at.
 */
@Service
@Transactional
class TemplateDrafts {

    private final TemplateDesk desk;
    private final PaperTemplateRepository repository;
    private final TemplateCheck check;
    private final People people;
    private final Clock clock;

    TemplateDrafts(
            TemplateDesk desk, PaperTemplateRepository repository, TemplateCheck check, People people, Clock clock) {
        this.desk = desk;
        this.repository = repository;
        this.check = check;
        this.people = people;
        this.clock = clock;
    }

    /** What waits to be taken into force. */
    @Transactional(readOnly = true)
    Optional<Draft> of(String kind) {
        people.requireAdmin();
        return repository.draft(TemplateDesk.kind(kind));
    }

    /** Checks a file and keeps it to be looked at, instead of the one before; the template in force stays. */
    void put(String kind, byte[] file, String fileName) {
        people.requireAdmin();
        PaperKind wanted = TemplateDesk.kind(kind);
        check.check(wanted, file);
        repository.putDraft(
                wanted, file, Papers.sha256(file), fileName, people.current().id(), clock.instant());
    }

    /** How papers will look with it. */
    @Transactional(readOnly = true)
    PaperFile sample(String kind, boolean asPdf) {
        return desk.preview(kind, waiting(kind).content(), asPdf);
    }

    /**
     * 启用.
     *
     * @param sha256 of what was looked at; refuses when something else has been uploaded meanwhile
     * @param seen that the person says to have looked at the preview
     */
    void enable(String kind, String sha256, boolean seen) {
        people.requireAdmin();
        Draft draft = waiting(kind);
        if (!draft.sha256().equals(sha256)) {
            throw PaperTemplateRepository.otherUpload();
        }
        if (!seen) {
            throw Refusal.of(
                    "seen",
                    "template-previewed",
                    "设计决定（ADR 23）",
                    "请先打开预览核对版式，勾选“我已查看预览”后再启用；现行模板未变。",
                    "Look at the preview and say so before the template is taken into force.");
        }
        desk.replace(kind, draft.content(), draft.fileName());
        repository.dropDraft(TemplateDesk.kind(kind), sha256);
    }

    /**
     * 放弃.
     *
     * @param sha256 of what was looked at; refuses when something else has been uploaded meanwhile
     */
    void drop(String kind, String sha256) {
        waiting(kind);
        repository.dropDraft(TemplateDesk.kind(kind), sha256);
    }

    private Draft waiting(String kind) {
        people.requireAdmin();
        return repository
                .draft(TemplateDesk.kind(kind))
                .orElseThrow(() -> Refusal.notFound(
                        "没有待启用的模板，可能已启用或放弃，请重新上传。", "No template waits to be taken into force; upload it again."));
    }
}
