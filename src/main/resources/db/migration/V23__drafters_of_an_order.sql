-- Whoever has drafted an order does not sign it. supervision_order.drafter is who began the draft; here stands everybody
-- else who has sent a version of it to be signed. Of orders from before it is known who sent the last one, which
-- supervision_order.drafter holds.
create table order_drafter (
    order_id varchar(64) not null references supervision_order (id),
    person varchar(64) not null,
    primary key (order_id, person)
);
