package io.duban.evidence;

/** A file of the register with what it holds. */
public record EvidenceContent(Evidence evidence, byte[] bytes) {

    @Override
    public String toString() {
        return "EvidenceContent[" + evidence.id() + "]";
    }
}
