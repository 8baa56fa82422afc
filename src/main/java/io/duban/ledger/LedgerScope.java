package io.duban.ledger;

import java.util.Set;

/** 可见范围: the provinces whose lines somebody sees whole, and the districts apart from them. */
record LedgerScope(Set<String> provinces, Set<String> districts) {

    LedgerScope {
        provinces = Set.copyOf(provinces);
        districts = Set.copyOf(districts);
    }

    boolean isEmpty() {
        return provinces.isEmpty() && districts.isEmpty();
    }

    boolean holds(LedgerLine line) {
        return provinces.contains(line.provinceUnit())
                || districts.contains(line.heading().districtUnit());
    }
}
