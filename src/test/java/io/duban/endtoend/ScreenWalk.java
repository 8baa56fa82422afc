package io.duban.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.endtoend.Phrases.Phrase;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every read of ours, asked by these people: whatever shows something typed shows the whole of it, as text. */
final class ScreenWalk {

    private static final Pattern PHRASE = Pattern.compile("〔\\d+号话〕");

    private final Duban duban;
    private final Map<String, Phrase> typed;
    private final Map<String, Set<String>> seen = new TreeMap<>();

    ScreenWalk(Duban duban, Phrases phrases) {
        this.duban = duban;
        this.typed = phrases.all().stream().collect(Collectors.toMap(Phrase::words, each -> each));
    }

    /** By kind of screen the phrases that stood on one. */
    Map<String, Set<String>> walk(Collection<String> accounts, Collection<String> paths) {
        accounts.forEach(account -> paths.forEach(path -> look(account, path)));
        return seen;
    }

    private void look(String account, String path) {
        HttpResponse<byte[]> answer = new Uploads(duban).take(account, path);
        String kind = ShownText.kind(answer.headers().firstValue("Content-Type").orElse(""));
        String place = account + " " + path;
        look(place, kind, answer.body());
    }

    /** The same for an answer that is there already. */
    ScreenWalk look(String place, String kind, byte[] answer) {
        ShownText.of(place, kind, answer)
                .forEach(text -> PHRASE.matcher(text)
                        .results()
                        .map(hit -> typed.get(hit.group()))
                        .filter(Objects::nonNull)
                        .forEach(phrase -> isWhole(place, text, phrase, kind)));
        return this;
    }

    private void isWhole(String place, String text, Phrase phrase, String kind) {
        assertThat(solid(text))
                .as(place + " shows " + phrase.form() + " " + phrase.field())
                .contains(solid(phrase.text()));
        seen.computeIfAbsent(kind, each -> new TreeSet<>()).add(phrase.words());
    }

    /** Blanks and new lines are laid out anew. */
    private static String solid(String text) {
        return text.replaceAll("\\s+", "");
    }
}
