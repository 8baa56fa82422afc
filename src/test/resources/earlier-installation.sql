-- What an office had at version 12: orders in every situation, their problems, deadlines that were met, met late,
-- cancelled and still run, decisions, notices and the counters that gave out the numbers.
insert into supervision_order (id, instrument, number, title, state, issuer_unit, addressee_unit, accused_unit,
    district_unit, masked, drafter, drafted_at, issuer, issued_at, closed_at, deemed_delivered, report_returns, reminders,
    interest_severe, impact_bad, version) values
('o1', 'KEY_ISSUE_ORDER', '2026年第（40）号', '关于整改中事项的督办', 'RECTIFYING', '310000', '310104', '310104T001',
    '310104', true, 'supervision-office.310000', timestamp with time zone '2026-08-20 09:00:00+08:00',
    'supervision-lead.310000', timestamp with time zone '2026-08-20 10:00:00+08:00', null, false, 1, 2, false, false, 9),
('o2', 'KEY_ISSUE_ORDER', '2026年第（41）号', '关于已办结事项的督办', 'CLOSED', '310000', '310105', '310105T001',
    '310105', true, 'supervision-office.310000', timestamp with time zone '2026-03-02 09:00:00+08:00',
    'supervision-lead.310000', timestamp with time zone '2026-03-02 23:30:00+08:00',
    timestamp with time zone '2026-05-04 10:00:00+08:00', false, 0, 0, false, false, 14),
('o3', 'RECTIFICATION_ORDER', '2026年第（7）号', '关于已撤销事项的督办', 'WITHDRAWN', '310104', '310104T001', '310104T001',
    '310104', true, 'supervision-office.310104', timestamp with time zone '2026-06-01 09:00:00+08:00',
    'supervision-lead.310104', timestamp with time zone '2026-06-01 10:00:00+08:00',
    timestamp with time zone '2026-06-09 10:00:00+08:00', false, 0, 0, false, false, 5),
('o4', 'KEY_ISSUE_ORDER', null, '拟稿中的督办', 'DRAFTED', '310000', '310104', '310104T001',
    '310104', false, 'supervision-office.310000', timestamp with time zone '2026-09-28 09:00:00+08:00',
    null, null, null, false, 0, 0, false, false, 1),
('o5', 'KEY_ISSUE_ORDER', '2026年第（39）号', '关于调查逾期事项的督办', 'INVESTIGATING', '310000', '310105', '310105T001',
    '310105', true, 'supervision-office.310000', timestamp with time zone '2026-07-01 09:00:00+08:00',
    'supervision-lead.310000', timestamp with time zone '2026-07-01 10:00:00+08:00', null, true, 0, 3, true, false, 6),
('o6', 'RECTIFICATION_LETTER', '督办函〔2026〕3号', '关于学校整改的函', 'RECTIFYING', '310104', '310104S001', '310104S001',
    '310104', true, 'supervision-office.310104', timestamp with time zone '2026-09-20 09:00:00+08:00',
    'education-bureau.310104', timestamp with time zone '2026-09-20 10:00:00+08:00', null, false, 0, 0, false, false, 3),
('o7', 'RECTIFICATION_ORDER', null, '撤回的草稿', 'WITHDRAWN', '310104', '310104T001', '310104T001',
    '310104', true, 'supervision-office.310104', timestamp with time zone '2026-06-19 09:00:00+08:00',
    null, null, timestamp with time zone '2026-06-20 10:00:00+08:00', false, 0, 0, false, false, 2),
('o8', 'KEY_ISSUE_ORDER', null, '移送的草稿', 'TRANSFERRED', '310000', '310104', '310104T001',
    '310104', true, 'supervision-office.310000', timestamp with time zone '2026-07-19 09:00:00+08:00',
    null, null, timestamp with time zone '2026-07-20 10:00:00+08:00', false, 0, 0, false, false, 3),
('o9', 'KEY_ISSUE_ORDER', null, '并案的草稿', 'MERGED', '310000', '310104', '310104T001',
    '310104', true, 'supervision-office.310000', timestamp with time zone '2026-08-19 09:00:00+08:00',
    null, null, timestamp with time zone '2026-08-20 10:00:00+08:00', false, 0, 0, false, false, 2);

insert into problem (id, order_id, seq, category, description, origin, state, requirement, due_date, round, reopened,
    bulletin_count, sign_off_number, signed_off_at, version) values
('p1', 'o1', 1, 'PREPAYMENT_SUPERVISION', '预收费未纳入监管', 'ORDER', 'RECTIFYING', '纳入监管', date '2026-12-20', 2, true, 1,
    null, null, 6),
('p2', 'o1', 2, 'HOMEWORK_QUALITY', '作业设计质量不高', 'INVESTIGATION', 'SIGNED_OFF', '改进', date '2026-09-05', 1, false, 0,
    '销号-2-1', timestamp with time zone '2026-09-12 10:00:00+08:00', 5),
('p3', 'o2', 1, 'KEY_CLASSES', '设置重点班', 'ORDER', 'SIGNED_OFF', '取消', date '2026-04-01', 1, false, 0,
    '销号-1-1', timestamp with time zone '2026-04-02 10:00:00+08:00', 5),
('p4', 'o3', 1, 'NON_SUBJECT_SUPERVISION', '未公示', 'ORDER', 'RECTIFYING', '公示', date '2026-06-20', 1, false, 0,
    null, null, 2),
('p5', 'o4', 1, 'KEY_CLASSES', '待写', 'ORDER', 'ALLEGED', null, null, 1, false, 0, null, null, 0),
('p6', 'o5', 1, 'HOMEWORK_QUALITY', '待查实', 'ORDER', 'ALLEGED', null, null, 1, false, 0, null, null, 0),
('p7', 'o6', 1, 'AFTER_SCHOOL_SERVICE', '课后服务未到位', 'ORDER', 'RECTIFYING', '补足', date '2026-11-20', 1, false, 0,
    null, null, 2);

insert into deadline (id, case_id, subject_id, kind, start_date, amount, unit, reminder_working_days, due_date, due_at,
    provisional, status, closed_at, extended, version) values
('d1-met', 'o1', null, 'INVESTIGATION', date '2026-08-20', 5, 'WORKING_DAYS', 1, date '2026-08-27',
    timestamp with time zone '2026-08-28 00:00:00+08:00', false, 'MET',
    timestamp with time zone '2026-08-26 15:00:00+08:00', false, 1),
('d1-late', 'o1', 'p2', 'RECTIFICATION', date '2026-08-28', 0, 'FIXED_DATE', 1, date '2026-09-05',
    timestamp with time zone '2026-09-06 00:00:00+08:00', false, 'OVERDUE_MET',
    timestamp with time zone '2026-09-10 15:00:00+08:00', false, 1),
('d1-open', 'o1', 'p1', 'RECTIFICATION', date '2026-08-28', 0, 'FIXED_DATE', 1, date '2026-12-20',
    timestamp with time zone '2026-12-21 00:00:00+08:00', false, 'OPEN', null, false, 0),
('d2-met', 'o2', null, 'INVESTIGATION', date '2026-03-03', 5, 'WORKING_DAYS', 1, date '2026-03-10',
    timestamp with time zone '2026-03-11 00:00:00+08:00', false, 'MET',
    timestamp with time zone '2026-03-10 15:00:00+08:00', false, 1),
('d2-rectified', 'o2', 'p3', 'RECTIFICATION', date '2026-03-11', 0, 'FIXED_DATE', 1, date '2026-04-01',
    timestamp with time zone '2026-04-02 00:00:00+08:00', false, 'MET',
    timestamp with time zone '2026-04-01 15:00:00+08:00', false, 1),
('d3-cancelled', 'o3', 'p4', 'RECTIFICATION', date '2026-06-01', 0, 'FIXED_DATE', 1, date '2026-06-20',
    timestamp with time zone '2026-06-21 00:00:00+08:00', false, 'CANCELLED', null, false, 1),
('d5-overdue', 'o5', null, 'INVESTIGATION', date '2026-07-02', 5, 'WORKING_DAYS', 1, date '2026-07-09',
    timestamp with time zone '2026-07-10 00:00:00+08:00', false, 'OPEN', null, false, 0),
('d6-open', 'o6', 'p7', 'RECTIFICATION', date '2026-09-21', 0, 'FIXED_DATE', 1, date '2026-11-20',
    timestamp with time zone '2026-11-21 00:00:00+08:00', false, 'OPEN', null, false, 0);

insert into investigation_report (order_id, version, investigators, process_part, facts, disposition, measures, cause,
    investigator) values ('o1', 1, '调查组', '经过', '事实', '处置', '措施', '原因', 'investigation-team.310104');
insert into report_submission (order_id, version, signer, reported_by, reported_at) values
('o1', 1, '分管副区长', 'government.310104', timestamp with time zone '2026-08-26 15:00:00+08:00');
insert into rectification_check (problem_id, round, kind, passed, method, note, checked_by, checked_at) values
('p2', 1, 'SIGN_OFF', true, 'ON_SITE', '已改进', 'inspector.310000', timestamp with time zone '2026-09-12 10:00:00+08:00');
insert into reminder (order_id, urged_on, reason) values ('o5', date '2026-07-10', '逾期催办');
insert into order_origin (order_id, origin_ref) values ('o1', 'L-EARLIER-1');
insert into audit_event (at, actor, case_id, action, sentence) values
(timestamp with time zone '2026-08-20 10:00:00+08:00', 'supervision-lead.310000', 'o1', 'ORDER_ISSUED', '印发督办单');

insert into accountability (id, order_id, order_number, title, issuer_unit, district_unit, addressee_unit, grounds_codes,
    basis, state, round_no, fact_finding_overdue, number_year, number_seq, proposed_at) values
('a1', 'o1', '2026年第（40）号', '问责', '310000', '310104', '310104', 'REPEATED', '依据', 'ARCHIVED', 1, false, 2026, 5,
    timestamp with time zone '2026-09-01 10:00:00+08:00'),
('a2', 'o5', '2026年第（39）号', '问责', '310000', '310105', '310105', 'REPEATED', '依据', 'FACT_FINDING', 1, true, null, null,
    timestamp with time zone '2026-09-02 10:00:00+08:00');
insert into lead_consolidation (id, receiving_unit, period_start, period_end, state, version) values
('c1', '310000', date '2026-09-01', date '2026-09-15', 'ISSUED', 1);
insert into supervision_notice (id, consolidation_id, number, receiving_unit, district_unit, title, requirements, state,
    issued_on, reply_due, overdue, version) values
('n1', 'c1', '督办通知〔2026〕9号', '310000', '310104', '督办通知', '请核查', 'ISSUED', date '2026-09-16', date '2026-10-09',
    false, 0);

insert into order_number (issuer_unit, instrument, number_year, last_number) values
('310000', 'KEY_ISSUE_ORDER', 2026, 41),
('310000', 'KEY_ISSUE_ORDER', 2025, 97),
('310104', 'RECTIFICATION_ORDER', 2026, 7),
('310104', 'RECTIFICATION_LETTER', 2026, 3);
insert into notice_number (issuer_unit, number_year, last_number) values ('310000', 2026, 9);
insert into accountability_sequence (issuer_unit, number_year, last_seq) values ('310000', 2026, 5);
