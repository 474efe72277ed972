-- The dérogations that held in a run, by their hash; that of none for the runs before there were any.
alter table passage
  add column if not exists derogations varchar(64) default 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' not null;
