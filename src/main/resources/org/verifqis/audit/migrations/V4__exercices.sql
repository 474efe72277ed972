-- The years that a run was asked about, as in « 2018-2019,2019-2020 »; empty for those that were found. Runs are compared
-- with the last one that was asked the same.
alter table passage add column if not exists exercices text default '' not null;
