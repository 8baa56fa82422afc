-- How many grants let read a task (64) or belong to a process definition's tasks (2): without it the planner takes one,
-- and walks the open tasks of a group once for each grant.
create statistics duban_grant_read_task (mcv) on resource_type_, (perms_ & 64) from act_ru_authorization;
create statistics duban_grant_read (mcv) on resource_type_, (perms_ & 2) from act_ru_authorization;
