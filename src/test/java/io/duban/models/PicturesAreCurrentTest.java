package io.duban.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pictures in the documentation show the models as they are. */
class PicturesAreCurrentTest {

    private static final String HOW = "mvn -o test -Dtest=ModelPictures -Dduban.pictures=write, then look at them";

    @Test
    void everyPictureShowsTheModelAsItIs() {
        assertThat(Pictures.taken()).as(HOW).containsExactlyInAnyOrderEntriesOf(Pictures.current());
    }

    @Test
    void everyModelHasAPictureAndNoPictureIsLeftOver() {
        assertThat(Pictures.models()).as(HOW).isNotEmpty().allMatch(Pictures::isTaken);
        assertThat(Files256.under(Pictures.FOLDER).stream()
                        .filter(each -> each.toString().endsWith(".png"))
                        .filter(each -> Pictures.FOLDER.equals(each.getParent()))
                        .collect(Collectors.toMap(Pictures::basename, each -> each)))
                .containsOnlyKeys(Pictures.current().keySet());
    }

    @Test
    void noTwoModelsShareABasename() {
        Map<String, Long> names =
                Pictures.models().stream().collect(Collectors.groupingBy(Pictures::basename, Collectors.counting()));
        assertThat(names.values()).containsOnly(1L);
    }

    @Test
    void bothReadmesShowEveryModel() throws IOException {
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            String text = Files.readString(Path.of(readme));
            assertThat(Pictures.models())
                    .as(readme)
                    .allSatisfy(
                            model -> assertThat(text).contains("](src/docs/img/" + Pictures.basename(model) + ".png)"));
        }
    }
}
