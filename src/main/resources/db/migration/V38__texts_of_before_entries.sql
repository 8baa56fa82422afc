-- 补录: remembers that what was typed before entries were kept has been carried into them (EarlierTexts).
create table case_entry_carried (
    source     varchar(60)              not null primary key,
    carried_at timestamp with time zone not null,
    entries    int                      not null
);
