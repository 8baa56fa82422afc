package io.duban.worklist;

import io.duban.evidence.EvidenceRights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 案卷: everything the page of a case shows.
 *
 * @param people who has worked on it, as far as the trail shows
 * @param upload what may be handed in by this person, or null if nothing may
 * @param files files that belong to no problem
 * @param records what was typed at its steps, as far as the person may read it
 * @param takesFiles whether this kind of case keeps files at all
 */
record CaseFile(
        Dossier dossier,
        CaseExtras extras,
        List<DeadlineStrip> strips,
        List<String> people,
        List<Dossier.Step> timeline,
        List<Item> problems,
        List<File> files,
        List<CasePapers.Paper> papers,
        List<RecordGroup> records,
        @Nullable EvidenceRights upload,
        boolean takesFiles,
        boolean scanned,
        int megabytes) {

    /** A problem with its evidence groups and the files that belong to no group. */
    record Item(Dossier.ProblemLine line, List<Group> groups, List<File> files) {}

    /** One evidence group: what was stated and which files prove it. */
    record Group(CaseExtras.Proof proof, List<File> files) {

        public boolean isFiled() {
            return files.stream().anyMatch(each -> each.withdrawn() == null);
        }
    }

    /** One file of the register in words. */
    record File(
            String id,
            String name,
            String mediaType,
            String size,
            String sha256,
            String at,
            String by,
            String unit,
            boolean own,
            @Nullable String withdrawn) {}
}
