package io.duban.returns;

import io.duban.organisation.SchoolStage;
import io.duban.organisation.Unit;
import java.util.Optional;

/** 学段与栏: in which column the figures of a school stand. */
final class Stages {

    private Stages() {}

    /** The column of a school of one stage; none for 九年一贯制 and where the stage is not known. */
    static Optional<ReturnColumn> columnOf(Unit school) {
        SchoolStage stage = school.stage();
        return stage == null || stage == SchoolStage.NINE_YEAR ? Optional.empty() : Optional.of(columnOf(stage));
    }

    static ReturnColumn columnOf(SchoolStage stage) {
        return switch (stage) {
            case PRIMARY -> ReturnColumn.PRIMARY;
            case JUNIOR -> ReturnColumn.JUNIOR;
            case NINE_YEAR -> ReturnColumn.TOTAL;
        };
    }
}
