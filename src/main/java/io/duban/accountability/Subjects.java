package io.duban.accountability;

import io.duban.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The subjects of one case (被问责对象名单): whatever is told to, heard from or decided about them covers each exactly once. */
record Subjects(List<Subject> all) {

    Subjects {
        all = List.copyOf(all);
    }

    /**
     * The subjects that the rows of a form are about, in the order of the rows.
     *
     * @param list the name of the list in the form, for the refusal
     * @param refs the reference of each row
     */
    List<Subject> matching(String list, List<String> refs) {
        List<Subject> matched = new ArrayList<>();
        for (int i = 0; i < refs.size(); i++) {
            var subject = withRef(list + "[" + i + "].ref", refs.get(i));
            if (matched.contains(subject)) {
                throw refusal(
                        list + "[" + i + "].ref",
                        "“" + subject.name() + "”出现两次，每个被问责对象只填一行。",
                        "Each subject has exactly one row; this one has two.");
            }
            matched.add(subject);
        }
        String missing = all.stream()
                .filter(each -> !matched.contains(each))
                .map(each -> "“" + each.name() + "”")
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw refusal(list, "缺少被问责对象" + missing + "，请逐一填写。", "A subject is missing; fill in a row for each one.");
        }
        return matched;
    }

    private Subject withRef(String field, String ref) {
        return all.stream()
                .filter(each -> each.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> refusal(
                        field,
                        "没有序号为“" + ref + "”的被问责对象，请刷新表单。",
                        "There is no subject with this number; reload the form."));
    }

    private static Refusal refusal(String field, String chinese, String english) {
        return Refusal.of(field, "every-subject", "INV-15", chinese, english);
    }
}
