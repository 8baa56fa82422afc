package io.duban.organisation;

import io.duban.engine.Accounts;
import io.duban.engine.Accounts.NewUser;
import io.duban.engine.UnseenCharacters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges an uploaded list of accounts (账号表) before anything is written; never repeats a password. */
final class AccountLines {

    static final Set<String> COLUMNS = new LinkedHashSet<>(List.of("id", "name", "role", "unit", "initialPassword"));

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,100}");
    private static final Pattern PASSWORD =
            Pattern.compile("[^\\p{Cntrl}]{" + AdministratorAccount.SHORTEST_PASSWORD + ",128}");

    private final UnitTree units;
    private final Accounts accounts;

    private AccountLines(UnitTree units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    /** One accepted line: a user, who may exist already, and the groups to join. */
    record Entry(NewUser user, Set<String> groups) {}

    static List<Entry> check(List<UploadedLine> lines, UnitTree units, Accounts accounts) {
        var check = new AccountLines(units, accounts);
        var seen = new HashSet<String>();
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var entry = check.entry(line);
            if (!seen.add(entry.user().id())) {
                throw line.refuse("id", "duplicate-id", "账号在文件中重复。", "the account appears twice in the file.");
            }
            entries.add(entry);
        }
        return entries;
    }

    private Entry entry(UploadedLine line) {
        var id = line.get("id");
        if (!ID.matcher(id).matches()) {
            throw line.refuse(
                    "id",
                    "account-id",
                    "账号须为1至64位字母、数字或._-。",
                    "an id has 1 to 64 letters, digits or the characters . _ -");
        }
        if (!NAME.matcher(line.get("name")).matches() || UnseenCharacters.areIn(line.get("name"))) {
            throw line.refuse(
                    "name",
                    "account-name",
                    "姓名须为1至100字，不含控制字符。",
                    "a name has 1 to 100 characters, none of them unseen.");
        }
        var role = Role.byId(line.get("role"))
                .orElseThrow(() -> line.refuse("role", "unknown-role", "岗位不存在。", "there is no such role."));
        var groups = groups(line, role);
        return new Entry(new NewUser(id, line.get("name"), "", password(line, id)), groups);
    }

    private Set<String> groups(UploadedLine line, Role role) {
        var code = line.find("unit");
        if (role.isUnitless()) {
            if (code.isPresent()) {
                throw line.refuse(
                        "unit", "role-without-unit", "该岗位不属于任何单位，请留空。", "this role has no unit; leave it empty.");
            }
            return role == Role.ADMIN ? Set.of(role.id(), UnitGroups.CAMUNDA_ADMIN) : Set.of(role.id());
        }
        var unit = code.flatMap(units::find)
                .filter(Unit::active)
                .orElseThrow(() ->
                        line.refuse("unit", "unknown-unit", "单位不存在或已停用。", "the unit does not exist or has closed."));
        if (!role.existsAt(unit.level())) {
            throw line.refuse(
                    "role",
                    "role-level",
                    unit.level().label() + "单位没有“" + role.label() + "”岗位。",
                    "a unit of level " + unit.level() + " has no role " + role.id() + ".");
        }
        return Set.of(role.id(), role.group(unit.code()));
    }

    /** Whoever exists keeps the password, so the column may be empty then. */
    private String password(UploadedLine line, String id) {
        var password = line.raw("initialPassword");
        boolean keeps = password.isEmpty() && accounts.hasPassword(id);
        if (!keeps && (!PASSWORD.matcher(password).matches() || password.isBlank() || password.equalsIgnoreCase(id))) {
            throw line.refuse(
                    "initialPassword",
                    "password-length",
                    "初始密码须为12至128位，且不得与账号相同。",
                    "an initial password has 12 to 128 characters and differs from the account's id.");
        }
        return password;
    }
}
