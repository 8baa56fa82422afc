package io.duban.reporter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 脱敏核对: says whether a text that is to leave the vault names the reporter, without saying what it found. Each line of
 * the identity is looked for as it is and with everything but letters and digits taken away.
 */
@Service
public class IdentityInText {

    private static final int SHORTEST = 2;

    private final VaultKeys keys;
    private final VaultRecords records;

    IdentityInText(VaultKeys keys, VaultRecords records) {
        this.keys = keys;
        this.records = records;
    }

    /** Whether any line of the identity of this lead's reporter stands in the text; false for an anonymous one. */
    @Transactional(readOnly = true)
    public boolean appears(String leadRef, String text) {
        Place place = Place.of(leadRef, VaultField.IDENTITY, 0);
        if (!records.has(place)) {
            return false;
        }
        Identity identity = keys.with(leadRef, dataKey -> Identity.from(records.read(dataKey, place)));
        String plain = plain(text);
        return Stream.of(
                        Optional.of(identity.name()),
                        Optional.of(identity.phone()),
                        identity.idNumber(),
                        identity.address(),
                        identity.email())
                .flatMap(Optional::stream)
                .map(IdentityInText::plain)
                .filter(each -> each.length() >= SHORTEST)
                .anyMatch(plain::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
