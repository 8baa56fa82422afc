-- 送达方式: when the decision counts as received, and so until when it may be objected to. Of those delivered before it is
-- not known; they count as posted, which gives the subjects the longer term.
alter table accountability_delivery add column way varchar(20) default 'POST' not null;
alter table accountability_delivery alter column way drop default;
