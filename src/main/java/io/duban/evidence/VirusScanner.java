package io.duban.evidence;

import io.duban.engine.Refusal;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * 病毒扫描: asks a ClamAV daemon (INSTREAM) before anything is kept. Off unless an address is given, and says so; once on,
 * a scanner that does not answer refuses the upload, because a file nobody has looked at must not look like one that is
 * clean.
 */
@Component
public class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1_000;

    private final String address;
    private final Duration patience;

    VirusScanner(
            @Value("${duban.evidence.scanner:}") String address,
            @Value("${duban.evidence.scanner-patience:PT20S}") Duration patience) {
        this.address = address.strip();
        this.patience = patience;
        if (!this.address.isEmpty() && !this.address.matches(".+:\\d{1,5}")) {
            throw new IllegalStateException(
                    "duban.evidence.scanner must be host:port of a ClamAV daemon, or empty for none");
        }
        if (isOn()) {
            LOG.info("uploads are scanned for viruses by {}", this.address);
        } else {
            LOG.warn("uploads are NOT scanned for viruses: duban.evidence.scanner (host:port of clamd) is not set");
        }
    }

    public boolean isOn() {
        return !address.isEmpty();
    }

    /** Refuses the file if the scanner found something in it or could not be asked. */
    void check(String field, byte[] content) {
        if (!isOn()) {
            return;
        }
        String answer = ask(content);
        if (answer.endsWith("FOUND")) {
            LOG.warn("the virus scanner refused an upload: {}", answer.replaceAll("[^A-Za-z0-9 .:_()/-]", "?"));
            throw Refusal.of(
                    field,
                    "attachment-virus",
                    EvidenceChecks.BASIS,
                    "病毒扫描未通过，文件没有保存。请用杀毒软件处理原文件，或重新拍照、打印为 PDF 后再提交。",
                    "The virus scanner found something; the file was not kept. Clean it or print it to a PDF.");
        }
        if (!answer.endsWith("OK")) {
            throw unavailable(field);
        }
    }

    private String ask(byte[] content) {
        int at = address.lastIndexOf(':');
        int wait = (int) patience.toMillis();
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, at), Integer.parseInt(address.substring(at + 1))), wait);
            socket.setSoTimeout(wait);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                int length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        } catch (IOException | IllegalArgumentException silent) {
            LOG.warn(
                    "the virus scanner at {} cannot be asked: {}",
                    address,
                    silent.getClass().getSimpleName());
            return "";
        }
    }

    private static Refusal unavailable(String field) {
        return Refusal.of(
                field,
                "scanner-unavailable",
                EvidenceChecks.BASIS,
                "病毒扫描服务暂时不可用，文件没有保存，请稍后重新提交；多次不成请告诉管理员。",
                "The virus scanner does not answer; the file was not kept. Try again later or tell the administrator.");
    }
}
