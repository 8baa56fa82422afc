package io.duban.reporter;

import io.duban.audit.AuditTrail;
import io.duban.engine.Refusal;
import io.duban.organisation.Organisations;
import io.duban.organisation.People;
import io.duban.organisation.Person;
import io.duban.organisation.Role;
import io.duban.organisation.Unit;
import io.duban.reporter.DisclosureGround.Ground;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 举报人信息披露 (INV-10): the only way to an identity. A handler of the lead asks with a reason, a custodian of another
 * unit decides, then there is one view within a short time; each step is in the trail of the lead, none with the identity.
 */
@Service
@Transactional
public class Disclosures {

    private static final int PAGE = 100;
    private static final int REF = 25;
    private static final Pattern ID = Pattern.compile("D[0-9A-Z]{25}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DisclosureRepository repository;
    private final ObjectProvider<DisclosureGround> grounds;
    private final Custodians custodians;
    private final DisclosureSecrets secrets;
    private final IdentityDisclosureProcess process;
    private final Organisations organisations;
    private final People people;
    private final AuditTrail audit;
    private final Clock clock;
    private final Duration viewWindow;

    Disclosures(
            DisclosureRepository repository,
            ObjectProvider<DisclosureGround> grounds,
            Custodians custodians,
            DisclosureSecrets secrets,
            IdentityDisclosureProcess process,
            Organisations organisations,
            People people,
            AuditTrail audit,
            Clock clock,
            @Value("${duban.vault.view-window:PT30M}") Duration viewWindow) {
        this.repository = repository;
        this.grounds = grounds;
        this.custodians = custodians;
        this.secrets = secrets;
        this.process = process;
        this.organisations = organisations;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.viewWindow = viewWindow;
    }

    /**
     * Asks for the identity behind a lead.
     *
     * @return the id of the request
     * @throws Refusal not found unless the person handles the lead; if it is anonymous, has no accused unit yet, or no
     *     unit has a custodian who may decide
     */
    public String request(String leadRef, DisclosurePurpose purpose, String reason) {
        Person person = people.current();
        Ground ground = ground(leadRef, person).orElseThrow(Disclosures::unknown);
        String accused = ground.accusedUnit().orElseThrow(DisclosureRefusals::noAccusedUnit);
        DisclosureRefusals.requireReason(reason);
        secrets.requireNamed(leadRef);
        Unit custodian = custodians.of(ground, accused, person).orElseThrow(DisclosureRefusals::noCustodian);
        Disclosure asked = new Disclosure(
                "D" + Crockford.random(RANDOM, REF),
                leadRef,
                repository.lastOrdinal(leadRef) + 1,
                purpose,
                person.id(),
                ground.unit(),
                accused,
                custodian.code(),
                DisclosureState.REQUESTED,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        repository.insert(asked);
        secrets.seal(asked.reason(), reason);
        audit.record(
                leadRef,
                "IDENTITY_REQUESTED",
                "申请披露举报人信息（" + purpose.label() + "），由" + custodian.name() + "举报人信息保管员审批");
        process.disclosureRequested(asked);
        return asked.id();
    }

    /** What the current person has asked for, newest first. */
    @Transactional(readOnly = true)
    public List<Disclosure> mine() {
        return repository.of(people.current().id(), PAGE);
    }

    /** 披露台账: what the custodians of the current person's unit decide or decided and what came of it, newest first. */
    @Transactional(readOnly = true)
    public List<Disclosure> log() {
        Set<String> units = people.current().units().stream()
                .filter(unit -> people.current().has(Role.PETITION_VAULT_OFFICER, unit))
                .collect(Collectors.toSet());
        if (units.isEmpty()) {
            throw Refusal.forbidden(
                    "custodian-only", "INV-10", "只有举报人信息保管员可以查看披露台账。", "Only custodians may read the log.");
        }
        return repository.ofCustodians(units, PAGE);
    }

    /** The request with this id, for the list of tasks; ids of other kinds of cases do not reach the database. */
    @Transactional(readOnly = true)
    public Optional<Disclosure> find(String id) {
        return ID.matcher(id).matches() ? repository.find(id) : Optional.empty();
    }

    /**
     * 查看: hands out the identity, once, while the time runs, to the one who asked and still handles the lead.
     *
     * @throws Refusal as a conflict when it is not approved, was viewed before or the time is over
     */
    public Identity view(String id) {
        Person person = people.current();
        Disclosure asked = repository
                .lock(id)
                .filter(each -> each.requester().equals(person.id()))
                .orElseThrow(Disclosures::unknown);
        Instant now = clock.instant();
        DisclosureRefusals.requireOpen(asked, now);
        if (ground(asked.leadRef(), person).isEmpty()) {
            throw DisclosureRefusals.noLongerHandler();
        }
        Identity identity = secrets.identity(asked.leadRef());
        repository.viewed(id, now);
        audit.record(
                asked.leadRef(),
                "IDENTITY_VIEWED",
                "查看举报人信息一次（" + asked.purpose().label() + "）");
        process.identityViewed(id);
        return identity;
    }

    /** What a custodian is shown before deciding; the reason is opened only for those who may decide. */
    String reason(String id, String account) {
        custodians.admit(Custodians.DECIDE, id, account);
        return secrets.open(get(id).reason());
    }

    void decide(String id, boolean approved, String opinion, String account) {
        custodians.admit(Custodians.DECIDE, id, account);
        Disclosure asked = get(id);
        secrets.seal(asked.opinion(), opinion);
        Instant now = clock.instant();
        repository.decided(id, account, now);
        process.decided(id, now);
        audit.record(
                asked.leadRef(),
                approved ? "IDENTITY_APPROVED" : "IDENTITY_REFUSED",
                approved ? "批准披露举报人信息" : "不批准披露举报人信息");
    }

    /** Opens the one view; answers until when. */
    Instant openView(String id) {
        Instant until = clock.instant().plus(viewWindow);
        repository.approved(id, until);
        return until;
    }

    void refuse(String id) {
        Disclosure asked = get(id);
        if (repository.ended(id, DisclosureState.REQUESTED, DisclosureState.REFUSED)
                && asked.decidedBy().isEmpty()) {
            process.decided(id, clock.instant());
            audit.record(asked.leadRef(), "IDENTITY_UNDECIDED", "披露审批期限届满，视为不予披露");
        }
    }

    void closeView(String id) {
        if (repository.ended(id, DisclosureState.APPROVED, DisclosureState.LAPSED)) {
            audit.record(get(id).leadRef(), "IDENTITY_VIEW_LAPSED", "披露查看时限届满，未查看");
        }
    }

    String unitName(String code) {
        return organisations.get(code).name();
    }

    Disclosure get(String id) {
        return repository.find(id).orElseThrow(Disclosures::unknown);
    }

    private Optional<Ground> ground(String leadRef, Person person) {
        return grounds.orderedStream()
                .flatMap(each -> each.ground(leadRef, person).stream())
                .findFirst();
    }

    private static Refusal unknown() {
        return Refusal.notFound("没有这件线索或申请，或您不是其办理人。", "There is no such lead or request that you handle.");
    }
}
