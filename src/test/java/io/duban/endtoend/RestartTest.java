package io.duban.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @Test
    void aCaseInAnH2FileGoesOnAfterARestartAsIfNothingHadHappened(@TempDir Path home) {
        try (Installation installation = Installation.on("demo", "--duban.home=" + home)) {
            InterruptedCase.goesOn(installation);
        }
    }
}
