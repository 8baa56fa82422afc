package io.duban.document;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.util.ReflectionTestUtils;

/** LibreOffice with the typefaces of application.yaml; a test without it is skipped, on the build server it fails. */
public final class Office {

    private Office() {}

    static PaperPdf required() {
        PaperPdf pdf = new PaperPdf(settings(), "target/office-home");
        if (!pdf.isAvailable() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("LibreOffice is missing on the build server; .ci/run installs it");
        }
        assumeTrue(pdf.isAvailable(), "LibreOffice is not installed here");
        return pdf;
    }

    /** Lets an application that was started without LibreOffice use it until it is taken back. */
    public static Lent lentTo(BeanFactory application) {
        PaperPdf without = application.getBean(PaperPdf.class);
        Object home = ReflectionTestUtils.getField(without, "home");
        ReflectionTestUtils.setField(without, "home", ReflectionTestUtils.getField(required(), "home"));
        return () -> {
            without.destroy();
            ReflectionTestUtils.setField(without, "home", home);
        };
    }

    /** LibreOffice on loan. */
    public interface Lent extends AutoCloseable {

        @Override
        void close();
    }

    static PaperPdf missing() {
        return new PaperPdf(new PaperSettings("/no/such/office", List.of()), "target/office-home");
    }

    /** With the table of application.yaml. */
    static PaperSettings settings() {
        try {
            var environment = new StandardEnvironment();
            new YamlPropertySourceLoader()
                    .load("application", new ClassPathResource("application.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind("duban.papers", PaperSettings.class)
                    .get();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
