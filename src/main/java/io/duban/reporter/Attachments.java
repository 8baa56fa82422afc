package io.duban.reporter;

import io.duban.engine.Refusal;
import io.duban.evidence.CleanFile;
import io.duban.evidence.FileKind;
import io.duban.evidence.UnsafeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 附件检查: how many, how large, which kinds; what passes is written anew, so that place, device and author are gone
 * before anything is kept. The refusal names the file by its number, never by its name.
 */
@Component
class Attachments {

    private static final Set<FileKind> TAKEN = Set.of(FileKind.JPEG, FileKind.PNG, FileKind.PDF);
    private static final int MEGABYTE = 1024 * 1024;

    private final int most;
    private final int largest;

    Attachments(
            @Value("${duban.vault.attachments:5}") int most,
            @Value("${duban.vault.attachment-megabytes:5}") int megabytes) {
        this.most = most;
        this.largest = megabytes * MEGABYTE;
    }

    /** Checks all of them before any is kept. */
    List<CleanFile> clean(List<NewAttachment> files) {
        if (files.size() > most) {
            throw refused("files", "attachment-count", "附件最多 " + most + " 个，请减少后再提交。", "At most " + most + " files.");
        }
        List<CleanFile> clean = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            clean.add(clean("files[" + i + "]", files.get(i).content()));
        }
        return clean;
    }

    private CleanFile clean(String field, byte[] content) {
        if (content.length == 0 || content.length > largest) {
            throw refused(
                    field,
                    "attachment-size",
                    "每个附件不得为空，不得超过 " + largest / MEGABYTE + " MB，请压缩后再提交。",
                    "A file must not be empty nor larger than " + largest / MEGABYTE + " MB.");
        }
        FileKind kind = FileKind.of(content).filter(TAKEN::contains).orElseThrow(() -> unreadable(field));
        try {
            return CleanFile.of(kind, content);
        } catch (UnsafeFile unsafe) {
            throw refused(field, unsafe.rule(), unsafe.chinese(), unsafe.english());
        }
    }

    private static Refusal unreadable(String field) {
        return refused(
                field,
                "attachment-kind",
                "附件只能是 JPEG、PNG 图片或 PDF，请转换后再提交（手机照片可选“兼容性最佳”格式或截图）。",
                "A file must be a JPEG, PNG or PDF; convert it first.");
    }

    private static Refusal refused(String field, String rule, String chinese, String english) {
        return Refusal.of(field, rule, "设计参数：附件", chinese, english);
    }
}
