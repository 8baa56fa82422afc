package io.duban.reporter;

import io.duban.engine.Refusal;
import org.springframework.stereotype.Component;

/** What a disclosure takes out of and puts into the vault; nobody else opens an identity. */
@Component
class DisclosureSecrets {

    private final VaultLeads leads;
    private final VaultKeys keys;
    private final VaultRecords records;

    DisclosureSecrets(VaultLeads leads, VaultKeys keys, VaultRecords records) {
        this.leads = leads;
        this.keys = keys;
        this.records = records;
    }

    /** Locks the lead's file and refuses when nobody is named in it. */
    void requireNamed(String leadRef) {
        if (leads.lock(leadRef).isEmpty()) {
            throw VaultRules.gone();
        }
        if (!records.has(Place.of(leadRef, VaultField.IDENTITY, 0))) {
            throw Refusal.of(
                    "leadRef",
                    "anonymous",
                    "INV-10",
                    "该线索为匿名举报，没有举报人信息可披露；请通过回执往来补充情况。",
                    "The report is anonymous; ask through the follow-up page instead.");
        }
    }

    Identity identity(String leadRef) {
        Place place = Place.of(leadRef, VaultField.IDENTITY, 0);
        return keys.with(leadRef, dataKey -> Identity.from(records.read(dataKey, place)));
    }

    void seal(Place place, String text) {
        keys.with(place.leadRef(), dataKey -> {
            records.write(dataKey, place, Sheet.write(text.strip()));
            return true;
        });
    }

    String open(Place place) {
        return keys.with(
                place.leadRef(),
                dataKey -> Sheet.read(records.read(dataKey, place)).get(0));
    }
}
