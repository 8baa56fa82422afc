package io.duban.reporter;

import io.duban.engine.Refusal;
import java.util.stream.Stream;

/** 披露用途: what an identity may be needed for; the reason itself is sealed, this is what the trail says. */
public enum DisclosurePurpose {
    CONTACT("联系核实"),
    REPLY("答复举报人"),
    PROTECTION("保护举报人"),
    TRANSFER("依法移送");

    private final String label;

    DisclosurePurpose(String label) {
        this.label = label;
    }

    /** The Chinese label. */
    public String label() {
        return label;
    }

    static DisclosurePurpose named(String name) {
        return Stream.of(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "purpose",
                        "option",
                        "INV-10",
                        "用途应为 CONTACT（联系核实）、REPLY（答复举报人）、PROTECTION（保护举报人）或 TRANSFER（依法移送）。",
                        "The purpose must be CONTACT, REPLY, PROTECTION or TRANSFER."));
    }
}
