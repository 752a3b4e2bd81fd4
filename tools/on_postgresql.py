"""Brings a demonstration that stands in SQLite to a PostgreSQL database of its own, and mirrors it into a SQLite in memory, so that a tool asks both in the same words.

Needs the server that tools/postgres.sh starts (TEST_POSTGRES) and Debian's python3-psycopg2.
"""
import os, sqlite3, subprocess, time

import psycopg2
import psycopg2.extras

# counts what is written to a table, outside the schema of the program
WATCH = """create schema watch;
create sequence watch.everything;
create function watch.count() returns trigger language plpgsql security definer as $$ begin perform nextval('watch.everything'), nextval('watch.' || quote_ident(tg_argv[0])); return null; end $$;
grant usage on schema watch to naast_app;"""


def tables_of(db):
    return sorted(name for (name,) in db.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite%'") if name != 'migrations')


def moved(naast, folder):
    """Copies every row of FOLDER/naast.db into a fresh database; gives what `naast serve` needs to stand on it, and a connection that may see and do all."""
    server = os.environ['TEST_POSTGRES']
    name = f'moved_{os.getpid()}_{time.monotonic_ns()}'
    subprocess.run(['psql', '-q', f'postgresql://naast_owner@{server}/postgres', '-c', f'create database {name} template template0'], check=True)
    subprocess.run([naast, 'migrate', '--database', f'postgresql://naast_owner@{server}/{name}', '--data', f'{folder}/migrated'], check=True, stdout=subprocess.DEVNULL, env={**os.environ, 'NAAST_APPLICATION_ROLE': 'naast_app'})
    there = psycopg2.connect(f'postgresql://naast_admin@{server}/{name}')
    with there, there.cursor() as to, sqlite3.connect(f'file:{folder}/naast.db?mode=ro', uri=True) as here:
        to.execute('set session_replication_role = replica')  # no triggers, in no order
        for table in tables_of(here):
            found = here.execute(f'select * from {table}')
            columns = ', '.join(column[0] for column in found.description)
            to.execute(f'delete from {table}')
            psycopg2.extras.execute_values(to, f'insert into {table} ({columns}) values %s', found.fetchall())
        to.execute('set session_replication_role = origin')
        to.execute('analyze')
        to.execute(WATCH)
        for table in tables_of(here):
            to.execute(f"create sequence watch.{table}; create trigger watched after insert or update or delete on {table} for each statement execute function watch.count('{table}')")
    there.autocommit = True
    return ['--data', folder, '--database', f'postgresql://naast_app@{server}/{name}'], there


class Mirror:
    """A SQLite in memory (`db`) that is as the PostgreSQL database was at the last look()."""

    def __init__(self, folder, there):
        self.there, self.db, self.seen, self.looks = there, sqlite3.connect(':memory:', isolation_level=None), {}, 0
        self.last = None
        with sqlite3.connect(f'file:{folder}/naast.db?mode=ro', uri=True) as here:
            self.tables = tables_of(here)
            for (sql,) in here.execute("select sql from sqlite_master where type = 'table' and name not like 'sqlite%'"):
                self.db.execute(sql)
        self.counts = ' union all '.join(f"select '{table}', last_value, is_called from watch.{table}" for table in self.tables)
        self.look()

    def look(self):
        """A number that is another one when something was written since the last look."""
        with self.there.cursor() as ask:
            # one number for all first: mostly nothing was written, and there are many tables
            ask.execute('select last_value, is_called from watch.everything')
            if (last := ask.fetchone()) == self.last:
                return self.looks
            self.last = last
            ask.execute(self.counts)
            counts = {table: (value, called) for table, value, called in ask.fetchall()}
            changed = [table for table in self.tables if self.seen.get(table) != counts[table]]
            for table in changed:
                ask.execute(f'select * from {table}')
                columns, rows = [column[0] for column in ask.description], sorted(ask.fetchall(), key=repr)  # a row that is written anew comes last there
                self.db.execute(f'delete from {table}')
                self.db.executemany(f"insert into {table} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})", rows)
        self.seen, self.looks = counts, self.looks + bool(changed)
        return self.looks
