-- The page of a lead lists the orders made from it.
create index order_origin_by_ref on order_origin (origin_ref);
