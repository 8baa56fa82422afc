package io.duban.accountability;

import java.util.List;

/** The forms of accountability chosen for one subject (问责方式). */
record SubjectSanctions(String ref, List<Sanction> sanctions) {

    SubjectSanctions {
        sanctions = List.copyOf(sanctions);
    }
}
