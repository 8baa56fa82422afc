-- Who has a task or is offered it may read it: the engine's grants for single tasks are neither made nor needed any more,
-- and those of the tasks still open would be joined by every list of cases.
delete from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*';
