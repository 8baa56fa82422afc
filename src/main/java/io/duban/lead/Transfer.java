package io.duban.lead;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 归口转办 (A19): to whom a lead goes.
 *
 * @param division the role id of the division that verifies
 * @param guidingDivision the role id of the division that guides (A20), if one is asked to
 */
record Transfer(
        String handlingUnit,
        String division,
        Optional<String> guidingDivision,
        @Nullable String note) {}
