package io.duban.reporter;

import io.duban.evidence.CleanFile;
import io.duban.evidence.FileKind;
import io.duban.reporter.VaultLeads.Holdings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** How the entries of a lead and their files lie in the vault; even the day of an entry is sealed with its text. */
@Component
class VaultThread {

    private static final List<EntryKind> REPORTERS = List.of(EntryKind.REPORT, EntryKind.SUPPLEMENT);

    private final VaultRecords records;

    VaultThread(VaultRecords records) {
        this.records = records;
    }

    /** Writes one entry with its files and answers how much the lead holds then. */
    Holdings add(
            byte[] dataKey,
            String leadRef,
            Holdings held,
            EntryKind kind,
            LocalDate on,
            String text,
            List<NewAttachment> named,
            List<CleanFile> files) {
        int entry = held.entries() + 1;
        records.write(dataKey, Place.of(leadRef, kind.field(), entry), Sheet.write(on.toString(), text));
        for (int i = 0; i < files.size(); i++) {
            int number = held.files() + 1 + i;
            CleanFile file = files.get(i);
            records.write(
                    dataKey,
                    Place.of(leadRef, VaultField.FILE_NAME, number),
                    Sheet.write(
                            String.valueOf(entry),
                            VaultRules.fileName(named.get(i).fileName()),
                            file.kind().name(),
                            String.valueOf(file.content().length)));
            records.write(dataKey, Place.of(leadRef, VaultField.FILE, number), file.content());
        }
        return new Holdings(entry, held.files() + files.size());
    }

    List<ThreadEntry> read(byte[] dataKey, String leadRef, Holdings held) {
        List<Named> named = named(dataKey, leadRef, held);
        List<ThreadEntry> entries = new ArrayList<>();
        for (int entry = 1; entry <= held.entries(); entry++) {
            int number = entry;
            EntryKind kind = kindOf(leadRef, entry);
            List<String> sheet = Sheet.read(records.read(dataKey, Place.of(leadRef, kind.field(), entry)));
            entries.add(new ThreadEntry(
                    kind,
                    LocalDate.parse(sheet.get(0)),
                    sheet.get(1),
                    named.stream()
                            .filter(each -> each.entry() == number)
                            .map(each -> new FileName(each.number(), each.name()))
                            .toList()));
        }
        return entries;
    }

    /** What the reporter said, one entry after the other. */
    String text(byte[] dataKey, String leadRef, Holdings held) {
        var text = new StringBuilder();
        for (ThreadEntry entry : read(dataKey, leadRef, held)) {
            if (entry.kind() == EntryKind.SUPPLEMENT) {
                text.append("\n\n【补充 ").append(entry.on()).append("】\n");
            }
            if (REPORTERS.contains(entry.kind())) {
                text.append(entry.text());
            }
        }
        return text.toString();
    }

    List<KeptFile> files(byte[] dataKey, String leadRef, Holdings held) {
        return named(dataKey, leadRef, held).stream()
                .map(each -> each.kept(new byte[0]))
                .toList();
    }

    KeptFile file(byte[] dataKey, String leadRef, int number) {
        Named named = named(dataKey, leadRef, number);
        return named.kept(records.read(dataKey, Place.of(leadRef, VaultField.FILE, number), named.size()));
    }

    private List<Named> named(byte[] dataKey, String leadRef, Holdings held) {
        return IntStream.rangeClosed(1, held.files())
                .mapToObj(number -> named(dataKey, leadRef, number))
                .toList();
    }

    private Named named(byte[] dataKey, String leadRef, int number) {
        List<String> sheet = Sheet.read(records.read(dataKey, Place.of(leadRef, VaultField.FILE_NAME, number)));
        return new Named(
                number,
                Integer.parseInt(sheet.get(0)),
                sheet.get(1),
                FileKind.valueOf(sheet.get(2)),
                Integer.parseInt(sheet.get(3)));
    }

    private EntryKind kindOf(String leadRef, int entry) {
        return List.of(EntryKind.values()).stream()
                .filter(kind -> records.has(Place.of(leadRef, kind.field(), entry)))
                .findFirst()
                .orElseThrow(() -> new DamagedSeal(Place.of(leadRef, VaultField.REPORT, entry)));
    }

    private record Named(int number, int entry, String name, FileKind kind, int size) {

        KeptFile kept(byte[] content) {
            return new KeptFile(number, "附件" + number + "." + kind.ending(), kind.mediaType(), size, content);
        }

        @Override
        public String toString() {
            return "Named[" + number + "]";
        }
    }
}
