-- Two first readings at once are one alert too: while it is the one that repeats are counted in, it bears a key.
alter table conflict_alert add column reading_key varchar(240);
create unique index conflict_alert_reading on conflict_alert (reading_key);
drop index conflict_alert_repeat;
