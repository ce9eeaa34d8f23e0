--- The queries that serve this program: what is asked of one law, then what goes across laws.
---
--- They take `:law` (the id), `:lang`, `:eid`, `:on` (an ISO day) where they need them, and `:known`, the day as of
--- whose knowledge they answer; null or empty is all that is known. A page asks for what it shows and no more: `:most`
--- rows after the first `:skip`. What stands in braces is a piece that stands above, or in named.sql.

-- {a_law}: a law, with what was known of it as a whole
select l.id, l.number, l.adopted, l.kind, l.gazette, {titles l},
       k.start_earliest, k.start_latest, k.start_basis_data, k.horizon, k.acts_complete_until, k.acts_known
from laws l join knowledge k on k.law = l.id

-- {a_citation}: a reference; the law that is cited is shown in the language of the citation, where it is held in it
select c.text as wording, c.law, l.number as law_number, c.lang, c.eid, c.first, c.after,
       c.words, c.cites, c.cites_act, c.cites_law, coalesce(
         (select s.lang from sources s where s.law = c.cites_law and s.lang = c.lang limit 1),
         (select s.lang from sources s where s.law = c.cites_law order by s.position limit 1)) as cites_lang
from citations c join laws l on l.id = c.law

-- {a_succession}: an act that took the place of a law, with what is held of both
select i.*, e.number as earlier_number, l.number as later_number,
       (select s.lang from sources s where s.law = i.earlier_law order by s.position limit 1) as earlier_lang,
       (select s.lang from sources s where s.law = i.later_law order by s.position limit 1) as later_lang
from lineage i left join laws e on e.id = i.earlier_law left join laws l on l.id = i.later_law

-- {of_a_list}: the laws of a list
from titles t join laws l on l.id = t.law
where t.lang = :lang and (:initial is null or t.initial = :initial) and (:kind is null or l.kind = :kind)
  and (:year is null or substr(l.adopted, 1, 4) = :year)

-- laws: The laws held, with what was known of each as a whole.
{a_law}
where
{known k}
order by l.id

-- first_laws: The first laws held.
{a_law}
where
{known k}
order by l.id
limit :most

-- laws_adopted: The laws adopted on a day.
{a_law}
where l.adopted = :day and
{known k}
order by l.id

-- law_named: The laws with an id or a number, with what was known of each as a whole.
{a_law}
where l.id in (select id from laws where id = :name or number = :name) and
{known k}
order by l.id

-- languages: The languages in which the text of a law is held, the first edition's first.
select lang from sources where law = :law group by lang order by min(position)

-- places: Every provision that a law is known ever to have had, in the order of the document.
select p.eid, p.kind, p.number, p.within from provisions_ever p
where p.law = :law and
{known p}
order by p.position

-- versions_of_provision: The versions of a provision in the order of time.
select v.eid, v.in_operation, v.wording, v.text,
       {its_days}
from versions_ever v where v.law = :law and v.eid = :eid and v.lang = :lang and
{known v}
order by v.from_latest

-- sources_of_law: The files that the text of a law in a language was read from.
select * from sources where law = :law and lang = :lang order by position

-- printings_of_provision: The places at which editions print a provision, to the byte.
select r.lang, r.file, r.line, r.first_byte, r.after_byte, r.excluded
from printings r join sources s on s.law = r.law and s.file = r.file
where r.law = :law and r.eid = :eid
order by s.position, r.first_byte

-- differing_days: The days on which the answer for some provision begins.
select distinct from_latest from versions where law = :law and lang = :lang order by from_latest

-- amendments_of_law: Every change of a law, with the act that made it.
select a.*, c.number, c.adopted, c.kind, c.within
from amendments_ever a left join acts c on c.name = a.act
where a.law = :law and
{known a}
order by a.position

-- sources_of_amendments: The places in sources and facts that tell of the changes of a law.
select s.law, s.amendment, s.kind, s.file, s.line, s.text
from amendments_ever a join amendment_sources s on s.law = a.law and s.amendment = a.position
where a.law = :law and
{known a}
order by s.amendment, s.position

-- citations_in_provision: The references in the wordings of a provision.
{a_citation}
where c.law = :law and c.lang = :lang and c.eid = :eid
order by c.position

-- citations_in_law: The references in all wordings of a law.
{a_citation}
where c.law = :law and c.lang = :lang and c.cites_law is not null
order by c.position

-- citations_of_provision: The references to a provision from other wordings of its law in one language, and from
--   other laws in all of them.
{a_citation}
where c.cites_law = :law and c.cites = :eid and (c.law <> :law or c.lang = :lang)
order by c.law <> :law, c.law, c.lang <> :lang, c.position

-- citations_of_law: The references in the newest wording that is held of each provision.
{a_citation}
  join provisions p on p.law = c.law and p.eid = c.eid
where c.law = :law and c.lang = :lang
  and c.text = (select newest.text from texts newest
                where newest.law = c.law and newest.lang = c.lang and newest.eid = c.eid
                order by newest.id desc limit 1)
order by p.position, c.first

-- versions_of_law: The versions of every provision of a law, in document order.
select v.eid, v.in_operation, v.wording, v.text,
       {its_days}
from versions_ever v where v.law = :law and v.lang = :lang and
{known v}
order by v.position, v.from_latest

--- Lists of laws.

-- count_listed: How many laws a list holds.
select count(*) as laws
{of_a_list}

-- listed: The laws of a list in the order of their titles, with the first day of a repeal.
select l.id, l.number, l.adopted, l.kind, t.title, t.written_in,
       (select group_concat(held.lang) from (
          select s.lang from sources s where s.law = l.id group by s.lang order by min(s.position)) held) as languages,
       (select min(a.earliest) from amendments a
        where a.law = l.id and a.target = 'law' and a.action = 'repeal' and a.latest is not null) as repealed
{of_a_list}
order by t.sorted_by, l.id
limit :most offset :skip

-- initials: The letters under which laws stand in a language, and how many stand under each.
select initial as name, count(*) as laws from titles where lang = :lang group by initial order by min(sorted_by)

-- years: The years of adoption, and how many laws each has.
select substr(adopted, 1, 4) as name, count(*) as laws from laws group by name order by name

-- kinds: The kinds of law, and how many there are of each.
select kind as name, count(*) as laws from laws group by kind order by laws desc, kind

-- last_day: The last day of which the sources of any law speak.
select max(coalesce(horizon, adopted)) as day from laws

-- law_names: The ids and numbers of all laws.
select id, number from laws order by id

-- held_texts: The laws with the languages in which their texts are held.
select s.law, l.number, s.lang from sources s join laws l on l.id = s.law
group by s.law, s.lang order by s.law, min(s.position)

-- languages_held: The languages in which the text of any law is held.
select lang from sources group by lang order by min(position), lang

-- answers_of_law: What is said of each provision, and its attested wordings.
select eid, from_latest, in_operation, wording, case when wording = 'attested' then text end as text
from versions
where law = :law and lang = :lang
order by position, from_latest

--- Acts.

-- acts: All acts, by their first possible day of operation; those of which no day is known come last.
select * from acts order by position

-- acts_changing_law: The acts that changed a law, by first possible day of operation.
select * from acts
where name in (select act from amendments where law = :law) order by position

-- act: An act, by its short name.
select * from acts where name = :act

-- acts_adopted: The short names of the acts adopted on a day.
select name from acts where adopted = :day order by position

-- acts_adopted_near: The short names of the acts adopted next to a day.
select name from (select name, adopted from acts where adopted < :day order by adopted desc limit :most)
union all
select name from (select name, adopted from acts where adopted > :day order by adopted limit :most)

-- act_names: The short names of all acts.
select name from acts order by position

-- acts_around: The acts before and after a place among all of them.
select name, position from acts where position in (:place - 1, :place + 1)

-- acts_lately: The acts that came into operation last, up to a day, the newest first.
select * from acts where operative_earliest <= :on
order by operative_earliest desc, position desc
limit :most

-- laws_of_act: The laws that an act changed, and how many changes it made in each.
select l.id, l.number, l.kind, t.title, count(*) as changes,
       (select s.lang from sources s where s.law = l.id order by s.position limit 1) as lang
from amendments a join laws l on l.id = a.law join titles t on t.law = l.id and t.lang = :lang
where a.act = :act
group by l.id
order by t.sorted_by, l.id

-- effects_of_act: Every change that an act made, law by law.
select a.*, c.number, c.adopted, c.kind, c.within
from amendments a join acts c on c.name = a.act
where a.act = :act
order by a.law, a.position

-- sources_of_effects: The places in sources and facts that tell of the changes of an act.
select s.law, s.amendment, s.kind, s.file, s.line, s.text
from amendments a join amendment_sources s on s.law = a.law and s.amendment = a.position
where a.act = :act
order by s.law, s.amendment, s.position

-- instructions_of_act: What an act says in its own words that it does, law by law, in the order of print.
select * from instructions where act = :act order by law, position

-- lineage_of: Which law, or provision of it, a law or provision took the place of, and which took its place.
{a_succession}
where (i.earlier_law = :law and i.earlier || '__' = substr(:eid || '__', 1, length(i.earlier) + 2))
   or (i.later_law = :law and i.later || '__' = substr(:eid || '__', 1, length(i.later) + 2))
order by i.act, i.position

-- lineage_of_act: The laws whose place an act took.
{a_succession}
where i.act = :act order by i.position

-- publications: The days on which an act was officially published.
select * from publications where act = :act order by position

--- Provisions and findings of any law.

-- provision_known: A provision, where it is known.
select eid from provisions where law = :law and eid = :eid

-- findings: What does not fit in the sources and facts.
select * from findings order by law, position

-- findings_of_law: What does not fit in the sources and facts of a law.
select * from findings where law = :law order by position

-- findings_at: What does not fit in a provision of a law and its parts, or in all of it; the first ones of each kind.
select * from (
    select *, count(*) over (partition by severity, kind) as alike,
           row_number() over (partition by severity, kind order by position) as place
    from findings where law = :law and (:eid = 'law' or eid = :eid or eid glob :eid || '__*'))
where place <= :most order by position

-- findings_counted: How many findings of each severity and kind there are.
select severity, kind, count(*) as findings from findings group by severity, kind order by severity, kind

-- findings_listed: The findings of a severity, kind by kind.
select * from findings where severity = :severity order by kind, law, position limit :most offset :skip

--- Search.

-- search_texts: Of the first `:window` wordings from the number `:first` on in which the words stand the best ones, and
--   whether each applies on the day `:on`; `seen` counts those that were looked at, `last` is the number of the last one.
--   With `:held_on` only those are looked at that are first held by that day, and held after it.
with seen as materialized (
  select texts_fts.rowid as id, texts_fts.rank as rank
  from texts_fts cross join texts_rows r on r.id = texts_fts.rowid
  where texts_fts match :words and texts_fts.rowid >= :first and texts_fts.rowid < :after
    and (:lang is null or r.lang = :lang)
    and (:held_on is null or r.from_latest <= :held_on and (r.before_earliest is null or :held_on < r.before_earliest))
  order by texts_fts.rowid limit :window),
best as materialized (select id, rank from seen order by rank, id limit :most offset :skip)
select t.law, t.lang, t.eid, t.from_latest, t.before_earliest, l.number,
       (select count(*) from seen) as seen, (select max(id) from seen) as last,
       (select snippet(texts_fts, 0, char(2), char(3), '…', 24) from texts_fts
        where texts_fts match :words and texts_fts.rowid = best.id) as excerpt,
       :on is null or exists (
         select 1 from versions v
         where v.law = t.law and v.lang = t.lang and v.eid = t.eid and v.text = t.text
           and v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)) as applies
from best join texts t on t.id = best.id join laws l on l.id = t.law
order by best.rank, best.id

-- wordings: Wordings of a stretch of all, for the words that stand in them.
select text from texts where id >= :first and id < :after limit :most

-- block: The first number of the rows of a law, and the first one behind them.
select first, after from origins where law = :law

-- own_on_day: What may be said on a day of provisions without their parts, and whether a wording of each is that of the day;
--   `:hits` names them in JSON: law, language, address, and the first day on which the wording is held.
select h.key as place, v.eid, v.in_operation, v.wording, v.text,
       {its_days}, exists (
  select 1 from texts t where t.law = v.law and t.lang = v.lang and t.eid = v.eid and t.text = v.text
    and t.from_latest = json_extract(h.value, '$[3]')) as applies
from json_each(:hits) h cross join versions v
  on v.law = json_extract(h.value, '$[0]') and v.lang = json_extract(h.value, '$[1]')
  and v.eid = json_extract(h.value, '$[2]')
where v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)

-- laws_with: The laws that ever had a provision.
select law from provisions_ever where eid = :eid order by law limit :most

-- search_acts: The acts whose number or title has the words, the best first.
select a.name
from acts_fts join acts a on a.rowid = acts_fts.rowid
where acts_fts match :words
order by acts_fts.rank, a.name
limit :most

-- search_laws: The laws whose number or title has the words, the best first.
select l.id, l.number, l.kind, t.title,
       (select s.lang from sources s where s.law = l.id order by s.position limit 1) as lang
from laws_fts join laws l on l.rowid = laws_fts.rowid join titles t on t.law = l.id and t.lang = :lang
where laws_fts match :words
order by laws_fts.rank, l.id
limit :most

--- News, and what a sitemap names.

-- newest_changes: Which act changed which law, first what began, or was recorded, last; the days of operation are those
--   of the first change that it made there.
select a.law, min(a.earliest) as earliest, a.latest, a.basis_data, count(*) as changes,
       c.number, c.adopted, c.kind, c.within, c.recorded
from amendments a join acts c on c.name = a.act
where a.earliest is not null
group by a.law, a.act
order by max(earliest, coalesce(c.recorded, '')) desc, earliest desc, a.law, a.act
limit :most

-- listed_pages: The laws in each language held, their outermost provisions, and the days on which they differ.
with held as (select distinct law, lang from sources)
select law, lang, null as eid, null as day from held
union all
select held.law, held.lang, p.eid, null from held join provisions p on p.law = held.law
where instr(p.eid, '__') = 0
union all
select distinct law, lang, null, from_latest from versions
order by 1, 2, 4, 3

--- What joins one law to another.

-- laws_changed: For each act and law how many changes it made, and from when.
select a.law, a.act, count(*) as changes, min(a.earliest) as earliest, min(a.latest) as latest,
       c.number, c.adopted, c.kind, c.within
from amendments a join acts c on c.name = a.act
group by a.act, a.law
order by c.position, a.law

-- laws_cited: For each two laws how many provisions of the one refer to the other.
select law, cites_law, count(distinct eid) as provisions
from citations
where cites_law <> law
group by law, cites_law
order by law, cites_law
