package io.duban.document;

import io.duban.engine.Refusal;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.core.office.OfficeUtils;
import org.jodconverter.local.LocalConverter;
import org.jodconverter.local.office.LocalOfficeManager;
import org.jodconverter.local.office.LocalOfficeUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * 公文的 PDF: made by LibreOffice where it is installed. It is started with the first paper that is asked for and stopped
 * with the application; where there is none, whoever asks is told so and keeps the DOCX.
 */
@Component
@EnableConfigurationProperties(PaperSettings.class)
class PaperPdf implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PaperPdf.class);
    private static final long LONGEST_CONVERSION = 60_000;
    private static final long LONGEST_QUEUE = 60_000;

    private final PaperSettings settings;
    private final Optional<File> home;
    private final Path working;
    private @Nullable LocalOfficeManager office;
    private @Nullable PdfCopy copies;

    PaperPdf(PaperSettings settings, @Value("${duban.home:./data}") String data) {
        this.settings = settings;
        this.working = Path.of(data).toAbsolutePath().resolve("office");
        this.home = home(settings.officeHome());
    }

    boolean isAvailable() {
        return home.isPresent();
    }

    /** The paper as a PDF; refuses without LibreOffice, or when it does not answer. */
    byte[] of(byte[] docx) {
        File installed = home.orElseThrow(
                () -> Refusal.of(
                        "pdf",
                        "office-installed",
                        "设计决定（ADR 20）",
                        "服务器未安装 LibreOffice，不能生成 PDF。请下载 DOCX，或请系统管理员安装 libreoffice-writer-nogui 后重启再试。",
                        "LibreOffice is not installed on the server, so there is no PDF; take the DOCX, or have it installed."));
        var pdf = new ByteArrayOutputStream();
        try {
            LocalConverter.make(running(installed))
                    .convert(new ByteArrayInputStream(copies().of(docx)))
                    .as(DefaultDocumentFormatRegistry.DOCX)
                    .to(pdf)
                    .as(DefaultDocumentFormatRegistry.PDF)
                    .execute();
        } catch (OfficeException failed) {
            LOG.warn("LibreOffice has made no PDF", failed);
            throw Refusal.of(
                    "pdf",
                    "office-answers",
                    "设计决定（ADR 20）",
                    "LibreOffice 未能生成 PDF，请稍后再试或下载 DOCX。",
                    "LibreOffice has made no PDF; try again later or take the DOCX.");
        }
        return pdf.toByteArray();
    }

    @Override
    public synchronized void destroy() {
        OfficeUtils.stopQuietly(office);
        office = null;
    }

    private synchronized LocalOfficeManager running(File installed) throws OfficeException {
        LocalOfficeManager known = office;
        if (known == null) {
            known = LocalOfficeManager.builder()
                    .officeHome(installed)
                    .workingDir(working().toFile())
                    .portNumbers(freePort())
                    .taskExecutionTimeout(LONGEST_CONVERSION)
                    .taskQueueTimeout(LONGEST_QUEUE)
                    .build();
            known.start();
            office = known;
        }
        return known;
    }

    /** Papers pass through it on their way: it lies with the data and not where everybody on the machine looks. */
    private Path working() {
        try {
            return Files.createDirectories(working);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private synchronized PdfCopy copies() {
        PdfCopy known = copies;
        if (known == null) {
            known = new PdfCopy(settings.substitutes(), typefaces());
            copies = known;
        }
        return known;
    }

    /** What is installed, by its Chinese and its English name. */
    private static Set<String> typefaces() {
        var machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
        Set<String> names = new HashSet<>(List.of(machine.getAvailableFontFamilyNames(Locale.CHINA)));
        names.addAll(List.of(machine.getAvailableFontFamilyNames(Locale.ENGLISH)));
        return names;
    }

    private static Optional<File> home(String configured) {
        File home = configured.isBlank() ? LocalOfficeUtils.getDefaultOfficeHome() : new File(configured);
        return Optional.ofNullable(home).filter(File::isDirectory);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
