package io.duban.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import io.duban.architecture.JavaSide;
import io.duban.model.KnownToModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/** A folder with faults in it stops the start before anything is deployed, and says all that is wrong. */
class ModelsAtStartTest {

    @TempDir
    Path folder;

    private final ModelDeployment deployment = mock(ModelDeployment.class);

    @BeforeEach
    void aFolderOfTheOffice() throws Exception {
        FileSystemUtils.copyRecursively(Path.of("bpmn"), folder.resolve("bpmn"));
        FileSystemUtils.copyRecursively(Path.of("forms"), folder.resolve("forms"));
    }

    @Test
    void everyFaultOfTheFolderIsToldAtOnceAndNothingIsDeployed() throws Exception {
        change("investigation.bpmn", "'UNFOUNDED'", "'UNFUNDED'");
        change("investigation.bpmn", "${investigationDue}</", "七个工作日</");
        change("due-dates.dmn", "<text>5</text>", "<text>五</text>");
        Files.delete(folder.resolve("forms/review-report.form"));

        var refused =
                catchThrowableOfType(StartRefused.class, () -> models("false").afterSingletonsInstantiated());

        assertThat(refused)
                .hasMessageContaining("investigation.bpmn › flow_unfounded（不属实）")
                .hasMessageContaining("UNFUNDED")
                .hasMessageContaining("可用 allowed: RECTIFY, REINVESTIGATE, SUPPLEMENT, UNFOUNDED")
                .hasMessageContaining("七个工作日")
                .hasMessageContaining("due-dates.dmn › rule_")
                .hasMessageContaining("userTask_reviewReport")
                .hasMessageContaining("未作任何更改")
                .hasMessageContaining("nothing was changed");
        verifyNoInteractions(deployment);
    }

    @Test
    void theCheckAloneEndsWithNoughtForAFolderWithoutFaults() {
        var checked = catchThrowableOfType(ModelsChecked.class, () -> models("").afterSingletonsInstantiated());

        assertThat(checked.report()).contains("模型检查通过", "may run");
        assertThat(checked.exitCode()).isZero();
        verifyNoInteractions(deployment);
    }

    @Test
    void theCheckAloneEndsWithOneForAFolderWithAFault() throws Exception {
        change("supervision-order.bpmn", " default=\"flow_founded\"", "");

        var checked = catchThrowableOfType(ModelsChecked.class, () -> models("").afterSingletonsInstantiated());

        assertThat(checked.report()).contains("gateway_founded", "split-has-default");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    private void change(String file, String from, String to) throws Exception {
        Path path = folder.resolve("bpmn").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private ModelsAtStart models(String check) {
        var beans = new DefaultListableBeanFactory();
        KnownToModels java = JavaSide::tell;
        beans.registerSingleton("java", java);
        var files = new ModelFiles(
                new PathMatchingResourcePatternResolver(),
                List.of("file:" + folder + "/bpmn/"),
                List.of("file:" + folder + "/forms/"));
        return new ModelsAtStart(
                files,
                deployment,
                beans,
                beans.getBeanProvider(KnownToModels.class),
                beans.getBeanProvider(io.duban.model.ModelCheck.class),
                check);
    }
}
