package io.duban.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.w3c.dom.Element;

/** Collects the faults of a set, so that whoever puts one right sees the others too. */
public final class Faults {

    private static final int LONGEST = 120;

    private final List<Fault> found = new ArrayList<>();

    /** A fault of a file as a whole. */
    public void add(Rule rule, String file, String text) {
        add(rule, file, "", "", text, "");
    }

    public void add(Rule rule, String file, String element, String name, String text, String allowed) {
        String plain = text.strip().replaceAll("\\s+", " ");
        String shown = plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        Fault fault = new Fault(rule, file, element, name.replaceAll("\\s+", ""), shown, allowed);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }

    void add(Rule rule, String file, Element element, String text) {
        add(rule, file, element, text, List.of());
    }

    void add(Rule rule, String file, Element element, String text, Iterable<String> allowed) {
        Element named = ModelXml.named(element);
        TreeSet<String> sorted = new TreeSet<>();
        allowed.forEach(sorted::add);
        add(rule, file, named.getAttribute("id"), named.getAttribute("name"), text, String.join(", ", sorted));
    }

    public List<Fault> all() {
        return List.copyOf(found);
    }
}
