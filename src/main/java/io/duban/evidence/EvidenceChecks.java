package io.duban.evidence;

import io.duban.engine.Refusal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 材料检查: how large, which kinds, no virus where a scanner is at hand; what passes is written anew. The refusal names
 * the file by its place in the upload, never by its name.
 */
@Component
class EvidenceChecks {

    static final String BASIS = "设计参数：举证材料；security 15";

    private static final int MEGABYTE = 1024 * 1024;

    private final int largest;
    private final Set<FileKind> kinds;
    private final VirusScanner scanner;

    EvidenceChecks(
            @Value("${duban.evidence.megabytes:20}") int megabytes,
            @Value("${duban.evidence.kinds:JPEG,PNG,PDF,DOCX,XLSX,MP4,MP3}") Set<FileKind> kinds,
            VirusScanner scanner) {
        this.largest = megabytes * MEGABYTE;
        this.kinds = EnumSet.copyOf(kinds);
        if (kinds.contains(FileKind.MP3)) {
            this.kinds.add(FileKind.MP3_BARE);
        }
        if (kinds.contains(FileKind.DOCX) || kinds.contains(FileKind.XLSX)) {
            this.kinds.addAll(Set.of(FileKind.DOCX, FileKind.XLSX));
        }
        this.scanner = scanner;
    }

    int megabytes() {
        return largest / MEGABYTE;
    }

    CleanFile clean(String field, byte[] content) {
        if (content.length == 0 || content.length > largest) {
            throw Refusal.of(
                    field,
                    "attachment-size",
                    BASIS,
                    "每个材料不得为空，不得超过 " + megabytes() + " MB，请压缩或拆分后再提交。",
                    "A file must not be empty nor larger than " + megabytes() + " MB; make it smaller or split it.");
        }
        FileKind kind = FileKind.of(content).filter(kinds::contains).orElseThrow(() -> unknown(field));
        scanner.check(field, content);
        try {
            return CleanFile.of(kind, content);
        } catch (UnsafeFile unsafe) {
            throw Refusal.of(field, unsafe.rule(), BASIS, unsafe.chinese(), unsafe.english());
        }
    }

    private static Refusal unknown(String field) {
        return Refusal.of(
                field,
                "attachment-kind",
                BASIS,
                "材料只能是 JPEG、PNG 图片，PDF，不含宏的 Word（docx）、Excel（xlsx），MP4 视频或 MP3 录音，请转换后再提交" + "（手机照片可选“兼容性最佳”格式）。",
                "A file must be a JPEG, PNG, PDF, docx or xlsx without macros, MP4 or MP3; convert it first.");
    }
}
