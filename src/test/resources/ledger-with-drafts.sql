-- What the ledger held at version 19: o3, which was withdrawn after its issue, and three drafts that ended before any –
-- one counted together with o3, one in a month of its own, one whose entries no line knows of yet.
update ledger_entry set folded = true where order_id = 'o3' and folded = false;
insert into ledger_line (id, entry_id, kind, order_id, problem_seq, number, title, issuer_unit, addressee_unit,
    accused_unit, district_unit, province_unit, instrument, category, state, phase, issued_on, issue_month, own_due, due,
    late, relapsed, round, changed_at)
select seq, 'o3', 'ORDER', 'o3', 0, number, title, issuer_unit, addressee_unit, accused_unit, district_unit, '310000',
    instrument, '', 'WITHDRAWN', 'ENDED', issued_on, '2026-06', date '9999-12-31', date '9999-12-31', false, false, 1, at
from ledger_entry where order_id = 'o3' and kind = 'ORDER' and title is not null;
insert into ledger_line (id, entry_id, kind, order_id, problem_seq, number, title, issuer_unit, addressee_unit,
    accused_unit, district_unit, province_unit, instrument, category, state, phase, issued_on, issue_month, own_due, due,
    late, relapsed, round, changed_at)
select e.seq, 'p4', 'PROBLEM', 'o3', 1, o.number, o.title, o.issuer_unit, o.addressee_unit, o.accused_unit,
    o.district_unit, '310000', o.instrument, e.category, 'RECTIFYING', 'ENDED', o.issued_on, '2026-06', date '9999-12-31',
    date '9999-12-31', false, false, 1, e.at
from ledger_entry e, ledger_line o where e.problem_id = 'p4' and e.category is not null and o.entry_id = 'o3';
insert into ledger_entry (kind, order_id, at, state_before, state, number, title, issuer_unit, addressee_unit,
    accused_unit, district_unit, instrument, issued_on, folded) values
('ORDER', 'o7', timestamp with time zone '2026-06-20 10:00:00+08:00', 'DRAFTED', 'WITHDRAWN', '', '撤回的草稿', '310104',
    '310104T001', '310104T001', '310104', 'RECTIFICATION_ORDER', date '2026-06-20', true),
('ORDER', 'o8', timestamp with time zone '2026-07-20 10:00:00+08:00', 'PENDING_ISSUE', 'TRANSFERRED', '', '移送的草稿',
    '310000', '310104', '310104T001', '310104', 'KEY_ISSUE_ORDER', date '2026-07-20', true),
('ORDER', 'o9', timestamp with time zone '2026-08-20 10:00:00+08:00', 'DRAFTED', 'MERGED', '', '并案的草稿', '310000',
    '310104', '310104T001', '310104', 'KEY_ISSUE_ORDER', date '2026-08-20', false);
insert into ledger_line (id, entry_id, kind, order_id, problem_seq, number, title, issuer_unit, addressee_unit,
    accused_unit, district_unit, province_unit, instrument, category, state, phase, issued_on, issue_month, own_due, due,
    late, relapsed, round, changed_at)
select seq, order_id, 'ORDER', order_id, 0, number, title, issuer_unit, addressee_unit, accused_unit, district_unit,
    '310000', instrument, '', state, 'ENDED', issued_on, case order_id when 'o7' then '2026-06' else '2026-07' end,
    date '9999-12-31', date '9999-12-31', false, false, 1, at
from ledger_entry where order_id in ('o7', 'o8');
insert into ledger_month_sum (kind, province_unit, district_unit, instrument, category, phase, state, issue_month, due,
    late, relapsed, n) values
('ORDER', '310000', '310104', 'RECTIFICATION_ORDER', '', 'ENDED', 'WITHDRAWN', '2026-06', date '9999-12-31', false, false, 2),
('ORDER', '310000', '310104', 'KEY_ISSUE_ORDER', '', 'ENDED', 'TRANSFERRED', '2026-07', date '9999-12-31', false, false, 1),
('PROBLEM', '310000', '310104', 'RECTIFICATION_ORDER', 'NON_SUBJECT_SUPERVISION', 'ENDED', 'RECTIFYING', '2026-06',
    date '9999-12-31', false, false, 1);
insert into ledger_sum (kind, province_unit, district_unit, instrument, category, phase, state, issue_month, due, late,
    relapsed, n)
select kind, province_unit, district_unit, instrument, category, phase, state, '', due, late, relapsed, n
from ledger_month_sum;
