package io.duban.accountability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the cases of accountability about an order (问责) stand at one moment, read once.
 *
 * @param open whether one is under way
 * @param answeredUntil when the last one was concluded; the epoch if none was
 * @param pursued by code of the ground when the last concluded case that rested on it was proposed
 */
public record AccountabilityStanding(boolean open, Instant answeredUntil, Map<String, Instant> pursued) {

    public AccountabilityStanding {
        pursued = Map.copyOf(pursued);
    }

    static AccountabilityStanding of(List<Accountability> cases) {
        List<Accountability> concluded =
                cases.stream().filter(each -> !each.state().isOpen()).toList();
        return new AccountabilityStanding(
                concluded.size() < cases.size(),
                concluded.stream()
                        .map(Accountability::concludedAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH),
                concluded.stream()
                        .flatMap(each -> each.grounds().stream().map(ground -> Map.entry(ground.name(), each)))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getValue().proposedAt(),
                                (earlier, later) -> later.isAfter(earlier) ? later : earlier)));
    }

    /** When the last concluded case that rested on this ground was proposed; the epoch if none did. */
    public Instant pursuedAt(String ground) {
        return pursued.getOrDefault(ground, Instant.EPOCH);
    }
}
