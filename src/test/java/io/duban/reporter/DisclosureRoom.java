package io.duban.reporter;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.duban.engine.Accounts;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Disclosures over a real vault and real units; accounts, the lead's room and the engine are stand-ins. */
final class DisclosureRoom implements AutoCloseable {

    static final String HANDLER = "petition-office.310101";
    static final String CITY = "petition-vault-officer.310000";
    static final String ACCUSED = "310101S001";

    final VaultRoom vault = VaultRoom.open();
    final IdentityDisclosureProcess process = mock(IdentityDisclosureProcess.class);
    final Disclosures disclosures;
    final Custodians custodians;
    final IdentityDisclosureForms forms;
    final Map<String, Set<String>> groups = new HashMap<>();
    Optional<DisclosureGround.Ground> ground = Optional.of(ground("310101", ACCUSED));

    DisclosureRoom() {
        units();
        var organisations = vault.get(Organisations.class);
        var people = vault.get(People.class);
        var repository = new DisclosureRepository(vault.jdbc());
        custodians = new Custodians(repository, organisations, accounts(), people);
        var grounds = new StaticListableBeanFactory(Map.of("ground", (DisclosureGround) this::groundFor));
        disclosures = new Disclosures(
                repository,
                grounds.getBeanProvider(DisclosureGround.class),
                custodians,
                vault.get(DisclosureSecrets.class),
                process,
                organisations,
                people,
                vault.get(io.duban.audit.AuditTrail.class),
                vault.get(VaultRoom.Day.class),
                java.time.Duration.ofMinutes(30));
        forms = new IdentityDisclosureForms(disclosures);
        account(HANDLER, HANDLER);
        account(CITY, CITY);
        account("petition-vault-officer.310104", "petition-vault-officer.310104");
        account("petition-vault-officer.310101", "petition-vault-officer.310101");
    }

    static DisclosureGround.Ground ground(String unit, String accused) {
        return new DisclosureGround.Ground(unit, Set.of(unit), Optional.of(accused));
    }

    void account(String id, String... held) {
        groups.put(id, Set.of(held));
    }

    /** Everything from here is asked by this account. */
    void as(String account) {
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(
                        account,
                        null,
                        AuthorityUtils.createAuthorityList(groups.get(account).toArray(String[]::new))));
    }

    String requested(String leadRef) {
        as(HANDLER);
        return vault.inTransaction(() -> disclosures.request(leadRef, DisclosurePurpose.CONTACT, "须当面核实上课地点，书面往来无法说清"));
    }

    String approved(String leadRef) {
        String id = requested(leadRef);
        as(CITY);
        vault.inTransaction(() -> {
            disclosures.decide(id, true, "确有必要", CITY);
            return disclosures.openView(id);
        });
        return id;
    }

    Identity viewed(String id, String account) {
        as(account);
        return vault.inTransaction(() -> disclosures.view(id));
    }

    DisclosureState state(String id) {
        return disclosures.get(id).state();
    }

    private Optional<DisclosureGround.Ground> groundFor(String leadRef, Person person) {
        return person.id().equals(HANDLER) ? ground : Optional.empty();
    }

    private Accounts accounts() {
        var accounts = mock(Accounts.class);
        when(accounts.groupsOf(anyString()))
                .thenAnswer(call -> List.copyOf(groups.getOrDefault(call.<String>getArgument(0), Set.of())));
        doAnswer(call -> groups.entrySet().stream()
                        .filter(each -> each.getValue().contains(call.<String>getArgument(0)))
                        .map(Map.Entry::getKey)
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                        .stream()
                        .toList())
                .when(accounts)
                .membersOf(any(), anyInt());
        return accounts;
    }

    private void units() {
        var insert = "insert into unit (code, name, level, parent_code, operator_code) values (?,?,?,?,?)";
        var jdbc = vault.jdbc();
        jdbc.sql(insert).params("310000", "上海市", "PROVINCE", null, null).update();
        jdbc.sql(insert).params("310101", "黄浦区", "COUNTY", "310000", null).update();
        jdbc.sql(insert).params("310104", "徐汇区", "COUNTY", "310000", null).update();
        jdbc.sql(insert).params("310105", "长宁区", "COUNTY", "310000", null).update();
        jdbc.sql(insert)
                .params("310101S001", "云帆实验小学", "SCHOOL", "310101", null)
                .update();
        jdbc.sql(insert)
                .params("310101T001", "乐澄艺术培训中心", "INSTITUTION", "310101", "310104")
                .update();
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        vault.close();
    }
}
