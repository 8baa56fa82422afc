package io.duban.organisation;

import io.duban.engine.Accounts;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** 账号 over HTTP: who am I, and the administrator's upload of people. */
@RestController
class AccountController {

    private final People people;
    private final Organisations organisations;
    private final Accounts accounts;
    private final AccountUpload upload;

    AccountController(People people, Organisations organisations, Accounts accounts, AccountUpload upload) {
        this.people = people;
        this.organisations = organisations;
        this.accounts = accounts;
        this.upload = upload;
    }

    /** The logged-in person; {@code unit} is the first by code of several, null for roles without a unit. */
    record Me(
            String user,
            String displayName,
            @Nullable String unit,
            @Nullable String unitName,
            List<String> roles,
            List<String> groups) {}

    @GetMapping("/api/me")
    Me me() {
        var person = people.current();
        var unit = person.units().stream().findFirst();
        return new Me(
                person.id(),
                accounts.displayName(person.id()).orElse(person.id()),
                unit.orElse(null),
                unit.flatMap(organisations::find).map(Unit::name).orElse(null),
                Stream.of(Role.values()).filter(person::has).map(Role::id).toList(),
                person.groups().stream().sorted().toList());
    }

    @PutMapping(path = "/api/accounts", consumes = "text/csv")
    AccountUpload.Result upload(InputStream body) throws IOException {
        people.requireAdmin();
        return upload.apply(UploadedTable.read(body, AccountLines.COLUMNS, Set.of()));
    }
}
