-- erasing someone looks up what was still to be done about them, however much waits for others
create index jobs_about on jobs (about);
