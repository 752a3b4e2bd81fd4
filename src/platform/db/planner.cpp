#include "platform/db/planner.h"

namespace db {

void tell_planner(Database& database) {
    if (!database.embedded()) return;
    // without this SQLite takes any first column to leave ten rows, and so begins with the partnership and reads all of it; of a hundred partnerships, so that it does not read all others either
    database.script(R"(begin;
analyze migrations;
delete from sqlite_stat1;
insert into sqlite_stat1 (tbl, idx, stat)
with columns as (
  select t.name as tbl, i.name as idx, i."unique" as only_one, case when i.partial then 200 else 10000 end as rows, c.seqno as position, coalesce(c.name in ('partnership', 'of_partnership'), false) as shared
  from sqlite_schema t join pragma_index_list(t.name) i join pragma_index_info(i.name) c where t.type = 'table' and t.name not like 'sqlite\_%' escape '\'),
known as (
  select tbl, idx, rows, position, only_one and position = (select max(o.position) from columns o where o.idx = c.idx) as found, (select count(*) from columns o where o.idx = c.idx and o.position <= c.position and not o.shared) as count
  from columns c order by idx, position)
select tbl, idx, (100 * rows) || ' ' || group_concat(case when found then 1 when count = 0 then rows when count = 1 then 10 when count = 2 then 3 else 1 end, ' ') from known group by tbl, idx;
commit;
analyze sqlite_schema;)");
}

} // namespace db
