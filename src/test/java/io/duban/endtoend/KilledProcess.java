package io.duban.endtoend;

import io.duban.DubanApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a process of its own, which can be killed as a machine that loses its power kills it. */
final class KilledProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final int port;

    private KilledProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static KilledProcess start(Path home, List<String> options, String... settings)
            throws IOException, InterruptedException {
        Process process = begun(home, options, settings);
        int port = portOf(process);
        while (!isReady(port)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return new KilledProcess(process, port);
    }

    /** A command at the console: runs to its end by itself and answers its exit code. */
    static int ended(Path home, String... settings) throws IOException, InterruptedException {
        Process process = begun(home, List.of(), settings);
        readOn(process.inputReader(StandardCharsets.UTF_8));
        return process.waitFor();
    }

    private static Process begun(Path home, List<String> options, String... settings) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), DubanApplication.class.getName()));
        command.addAll(List.of("--duban.home=" + home, "--server.port=0", "--camunda.bpm.job-execution.enabled=false"));
        command.addAll(List.of(settings));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The accounts of the demo come after the port is open. */
    private static boolean isReady(int port) {
        var readiness = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .build();
        return Duban.exchanged(HttpClient.newHttpClient(), readiness).statusCode() == 200;
    }

    private static int portOf(Process process) throws IOException {
        List<String> said = new ArrayList<>();
        BufferedReader log = process.inputReader(StandardCharsets.UTF_8);
        int port = 0;
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.add(line);
            Matcher listening = PORT.matcher(line);
            port = listening.find() ? Integer.parseInt(listening.group(1)) : port;
            if (line.contains("Started " + DubanApplication.class.getSimpleName())) {
                readOn(log);
                return port;
            }
        }
        throw new AssertionError("it has not started:\n" + String.join("\n", said));
    }

    /** A process whose log nobody reads stops when the pipe is full. */
    private static void readOn(BufferedReader log) {
        var reader = new Thread(() -> log.lines().forEach(line -> {}), "log of the other process");
        reader.setDaemon(true);
        reader.start();
    }

    Duban duban() {
        return new Duban(port);
    }

    /** SIGKILL: nothing in it learns of it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
