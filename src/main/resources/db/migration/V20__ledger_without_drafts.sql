-- 撤销的草稿: an order that was withdrawn, transferred or merged before its issue stood in the ledger, where the district
-- could read its title and whom it accuses. A draft is nobody else's business: what was kept of it goes, and the sums are
-- summed up again from the lines that stay. Entries not yet folded go too, so that no line comes back.
delete from ledger_line where order_id in (select id from supervision_order where issued_at is null);
delete from ledger_entry where order_id in (select id from supervision_order where issued_at is null);

delete from ledger_month_sum;
insert into ledger_month_sum (kind, province_unit, district_unit, instrument, category, phase, state, issue_month, due,
    late, relapsed, n)
select kind, province_unit, district_unit, instrument, category, phase, state, issue_month, due, late, relapsed, count(*)
from ledger_line
group by kind, province_unit, district_unit, instrument, category, phase, state, issue_month, due, late, relapsed;
delete from ledger_sum;
insert into ledger_sum (kind, province_unit, district_unit, instrument, category, phase, state, issue_month, due, late,
    relapsed, n)
select kind, province_unit, district_unit, instrument, category, phase, state, '', due, late, relapsed, count(*)
from ledger_line
group by kind, province_unit, district_unit, instrument, category, phase, state, due, late, relapsed;
