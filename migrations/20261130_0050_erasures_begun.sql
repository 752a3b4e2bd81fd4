-- the round looks for erasures that stopped halfway, however many were done
create index erasures_begun on erasures (person) where done_at is null;
