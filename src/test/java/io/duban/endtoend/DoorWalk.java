package io.duban.endtoend;

import io.duban.worklist.RestOperations;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything that can be read over HTTP, asked for by everybody: our mappings and every read of the engine's REST. */
final class DoorWalk {

    static final String ENGINE = "/camunda/api/engine/engine/default/";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Duban duban;
    private final Set<String> patterns;

    /**
     * @param patterns paths of our own reads, with placeholders in braces
     */
    DoorWalk(Duban duban, Set<String> patterns) {
        this.duban = duban;
        this.patterns = patterns;
    }

    /** One answer: who asked for what, and which canaries stood in it. */
    record Seen(String account, String path, int status, Set<String> canaries) {}

    /** Every read of the engine that its REST interface offers, with {@code *} for the variable parts. */
    static Set<String> engineReads() {
        return RestOperations.all().stream()
                .filter(each -> each.startsWith("GET "))
                .map(each -> ENGINE + each.substring(4).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The paths of every read that is mapped, with placeholders in braces. */
    static Set<String> mapped(RequestMappingHandlerMapping mappings) {
        Set<String> patterns = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.contains(RequestMethod.GET)) {
                patterns.addAll(mapping.getPatternValues());
            }
        });
        patterns.removeIf(each -> each.contains("**") || each.isEmpty() || each.equals("/error"));
        return patterns;
    }

    /** Our own reads, filled in with the ids known by the segment before them. */
    List<String> ours(Map<String, List<String>> ids) {
        return filled(patterns, ids);
    }

    static List<String> engine(Map<String, List<String>> ids) {
        return filled(engineReads(), ids);
    }

    private static List<String> filled(Collection<String> patterns, Map<String, List<String>> ids) {
        return patterns.stream()
                .flatMap(each -> filled(each, ids))
                .map(DoorWalk::asked)
                .toList();
    }

    /** The pattern with every id it may have, by the name of the segment before it. */
    static Stream<String> filled(String pattern, Map<String, List<String>> ids) {
        List<String> paths = new ArrayList<>(List.of(""));
        String before = "";
        for (String segment : pattern.substring(1).split("/", -1)) {
            boolean open = segment.startsWith("{") || segment.equals("*");
            List<String> values = open ? ids.getOrDefault(before, List.of("no-such-thing")) : List.of(segment);
            paths = paths.stream()
                    .flatMap(path -> values.stream().map(value -> path + "/" + value))
                    .toList();
            before = segment;
        }
        return paths.stream();
    }

    /** Some reads want to know what for. */
    private static String asked(String path) {
        if (path.startsWith("/api/leads/") && (path.endsWith("/text") || path.contains("/files/"))) {
            return path + "?purpose=TRIAGE";
        }
        return path;
    }

    /** What each account saw that holds a canary. */
    List<Seen> walk(Collection<String> accounts, Collection<String> paths, CanarySearch search) {
        return accounts.parallelStream()
                .flatMap(account -> paths.stream().map(path -> seen(account, path, search)))
                .filter(seen -> !seen.canaries().isEmpty())
                .toList();
    }

    private Seen seen(String account, String path, CanarySearch search) {
        HttpResponse<byte[]> answer = ask(account, "GET", path);
        Set<String> canaries = new TreeSet<>(search.in(answer.body()));
        canaries.addAll(search.in(answer.headers().map().toString()));
        return new Seen(account, path, answer.statusCode(), canaries);
    }

    /** The answer as a text, and its status before it. */
    String text(String account, String path) {
        HttpResponse<byte[]> answer = ask(account, "GET", path);
        return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A POST asks for everything, as a query without conditions does. */
    HttpResponse<byte[]> ask(String account, String method, String path) {
        String basic = Base64.getEncoder().encodeToString((account + ":duban-demo").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(duban.address() + path))
                .header("Authorization", "Basic " + basic)
                .header("Accept", "application/json, text/html;q=0.5, */*;q=0.1")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (java.io.IOException broken) {
            throw new IllegalStateException(path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
