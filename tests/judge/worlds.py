"""Invent a history from a seed: the law as adopted, its acts, and what each of them does."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from judge import spoiling
from judge.changes import article, drawn, numbered, one
from judge.tree import NAMED, Kind, Unit, live
from judge.words import Lang, Pen, Wording
from judge.world import Act, Change, Do, InapplicableError, OwnStart, Repeal, Rule, Start, Step, World, fold

_ROMAN = ((date(2012, 1, 18), "IV"), (date(2016, 3, 25), "V"), (date(2021, 1, 15), "VI"), (date(2023, 3, 29), "VII"))


TRAITS = ("numbers in words", "start: exception", "start: paragraph", "start: note", "start: closing", "start: silent", "repeal",
          "repeal with an exception", "for a time", "expiry", "parts move", "renumbering", "called off", "act in parts",
          "acts of one day", "restated chapters", "other chapters", "suspension", "words throughout", "later publication",
          "several issues", "translation lags", "odd words", "foreseen", "ahead", "dated by adoption", "numbers used again",
          "annex", "preamble", "ranges", "misprints", "texts of facts", "facts of the law itself", "restated", "headings",
          "acts complete", "from the day", "deferred", "facts", "retroactive", "detailed notes", "notes leave", "red notes", "same words")
OWN_TERMS = ("start: end", "start: heading", "start: annex", "two firsts")
"""Terms in the law's own words, and publications of which two are called the first."""
ALL_TRAITS = (*TRAITS, *OWN_TERMS, *spoiling.TRAITS)


def invent(seed: int, without: frozenset[str] = frozenset()) -> World:
    """Invent a world that breaks no documented habit; a few of the traits meet in each."""
    rng = Random(seed)  # noqa: S311
    few = rng.choice((0.1, 0.25, 0.5, 0.8))
    traits = frozenset(trait for trait in TRAITS if rng.random() < few)
    more = Random(seed * 31 + 7)  # noqa: S311
    traits = (traits | {trait for trait in (*OWN_TERMS, *spoiling.TRAITS) if more.random() < 0.12}) - without
    pen = Pen(rng, "numbers in words" in traits)
    world = _adopted(rng, pen, traits)
    moments = sorted(world.start + timedelta(rng.randrange(1, 2500)) for _ in range(rng.choice((1, 1, 2, 2, 3, 3, 4, 5, 6))))
    if len(moments) > 1 and "acts of one day" in traits and rng.random() < 0.3:
        moments[1] = moments[0]
    for serial, adopted in enumerate(moments):
        _enact(rng, pen, world, _act(rng, adopted, serial, traits))
    if "repeal" in traits and rng.random() < 0.5:
        _repeal(rng, world, max(moments))
    return world


def convocation(day: date) -> str:
    """Give the Roman numeral that numbers of laws of a day carry."""
    return next((roman for before, roman in _ROMAN if day < before), "VIII")


def _act(rng: Random, adopted: date, serial: int, traits: frozenset[str]) -> Act:
    first = adopted + timedelta(rng.choice((1, 2, 3, 4, 5, 8, 8, 20, 29, 30)))
    limit = adopted + timedelta(30)
    issues: tuple[date, ...] = (first,)
    if "several issues" in traits and rng.random() < 0.3 and first + timedelta(3) <= limit:
        issues = (first, first + timedelta(1), first + timedelta(3))
    again = first + timedelta(rng.randrange(10, 60)) if rng.random() < 0.25 else None
    return Act(f"{rng.randrange(10, 30) + 30 * serial}-{convocation(adopted)}", adopted, issues, again)


# --- the law as adopted

def _adopted(rng: Random, pen: Pen, traits: frozenset[str]) -> World:
    adopted = date(rng.randrange(2010, 2019), rng.randrange(1, 13), rng.randrange(1, 29))
    published = adopted + timedelta(rng.choice((1, 3, 6, 14, 30)))
    number = f"{rng.randrange(2, 9)}-{convocation(adopted)}"
    count = rng.randrange(2, 6)
    articles = [article(rng, pen, str(index + 1)) for index in range(count)]
    own = _own_start(rng, published, [f"art_{index + 1}" for index in range(count)], traits)
    if own.told == "heading":
        articles = [_termed(each, own) for each in articles]
    if own.told != "silent":
        articles.append(_closing(own, str(count + 1)))
    parts = _in_chapters(rng, pen, articles)
    if "preamble" in traits:
        parts = (Unit(Kind.PREAMBLE, words=pen.preamble()), *parts)
    if "annex" in traits:
        parts = (*parts, Unit(Kind.ANNEX, heading=pen.title(), parts=numbered(rng, pen, Kind.PARAGRAPH)))
    law = Unit(Kind.LAW, heading=pen.title(), parts=parts)
    world = World(number, adopted, published, own.rule.first_day(published), own, law, traits=traits,
                  closing=f"art_{count + 1}" if own.told != "silent" else None)
    world.features |= {f"start:{own.told}", f"start:{own.rule.kind.name.lower()}"}
    return world


def _own_start(rng: Random, published: date, articles: list[str], traits: frozenset[str]) -> OwnStart:
    told = rng.choice(("sentence", *(trait[7:] for trait in sorted(traits) if trait.startswith("start: "))))
    told = "sentence" if told == "annex" and "annex" not in traits else told
    kind = rng.choice((Start.DAYS, Start.DAYS, Start.DAYS, Start.MONTHS, Start.ON_DAY, Start.ON_PUBLICATION))
    rule = Rule(Start.DAYS)
    if told == "closing" or (told != "silent" and kind is Start.MONTHS):
        rule = Rule(Start.MONTHS, 6)
    elif told != "silent" and kind is Start.ON_DAY:
        rule = Rule(Start.ON_DAY, day=date(published.year + 1, 1, 1))
    elif told != "silent" and kind is Start.ON_PUBLICATION:
        rule = Rule(Start.ON_PUBLICATION)
    late: tuple[tuple[str, date], ...] = ()
    if told == "end":
        years = rng.choice((1, 2, 3))
        ends = (rng.choice(articles), Rule(Start.MONTHS, 12 * years).first_day(published))
        return OwnStart(rule, told=told, ends=(ends,), years=years)
    if told == "annex":
        return OwnStart(rule, (("annex_1__para_2", date(rule.first_day(published).year + 1, 7, 1)),), told)
    if told in ("exception", "paragraph", "note", "heading"):
        late = ((rng.choice(articles), date(rule.first_day(published).year + rng.randrange(1, 3), 7, 1)),)
    return OwnStart(rule, late, told)


def _closing(own: OwnStart, number: str) -> Unit:
    heading = Wording(0, 0, fixed=("Enactment of this Law", "Порядок введения в действие настоящего Закона"))
    clause = own_clause(own.rule)
    if own.told in ("end", "annex"):
        return Unit(Kind.ARTICLE, number, heading=heading, parts=(
            Unit(Kind.PARAGRAPH, "1", Wording(0, 0, fixed=clause)), Unit(Kind.PARAGRAPH, "2", Wording(0, 0, fixed=_term_of(own)))))
    if own.told == "paragraph":
        eid, day = own.late[0]
        second = (f"Article {eid[4:]} of this Law shall be enforced from {day:%d.%m.%Y}",
                  f"Статья {eid[4:]} настоящего Закона вводится в действие с {day:%d.%m.%Y} года")
        return Unit(Kind.ARTICLE, number, heading=heading, parts=(
            Unit(Kind.PARAGRAPH, "1", Wording(0, 0, fixed=clause)), Unit(Kind.PARAGRAPH, "2", Wording(0, 0, fixed=second))))
    if own.late and own.told != "heading":
        eid, day = own.late[0]
        clause = (f"{clause[0]}, except for Article {eid[4:]}, which shall be enforced from {day:%B} {day.day}, {day.year}",
                  f"{clause[1]}, за исключением статьи {eid[4:]}, которая вводится в действие с {_spelt(day)} года")
    return Unit(Kind.ARTICLE, number, Wording(0, 0, fixed=clause), heading=heading)


def _term_of(own: OwnStart) -> tuple[str, str]:
    """Word the term of an article that ends some years after the publication, or of a paragraph of the annex."""
    if own.told == "annex":
        day = own.late[0][1]
        return (f"Paragraph 2 of the Annex to this Law shall be enforced from {day:%d.%m.%Y}",
                f"Пункт 2 приложения к настоящему Закону вводится в действие с {day:%d.%m.%Y} года")
    eid, day = own.ends[0]
    words = (("one year", "один год"), ("two years", "два года"), ("three years", "три года"))[own.years - 1]
    return (f"Article {eid[4:]} of this Law shall cease to be valid {words[0]} after the day of its first official publication",
            f"Статья {eid[4:]} настоящего Закона утрачивает силу через {words[1]} после дня его первого официального опубликования")


def _termed(unit: Unit, own: OwnStart) -> Unit:
    """Give an article that starts late a heading that says so."""
    eid, day = own.late[0]
    if eid != f"art_{unit.number}" or unit.heading is None:
        return unit
    return replace(unit, heading=Wording(0, 0, fixed=(f"{unit.heading.render(Lang.ENG)} (from {day:%d.%m.%Y})",
                                                      f"{unit.heading.render(Lang.RUS)} (с {day:%d.%m.%Y})")))


def _spelt(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


_MONTHS = {1: "января", 7: "июля"}


def own_clause(rule: Rule) -> tuple[str, str]:
    """Word the clause by which a law puts itself into operation, in English and Russian."""
    if rule.kind is Start.ON_DAY and rule.day:
        return (f"this Law shall be enforced from {rule.day:%B} {rule.day.day}, {rule.day.year}",
                f"настоящий Закон вводится в действие с {rule.day.day} {_MONTHS[rule.day.month]} {rule.day.year} года")
    if rule.kind is Start.ON_PUBLICATION:
        return ("this Law shall be enforced from the day of its first official publication",
                "настоящий Закон вводится в действие со дня его первого официального опубликования")
    if rule.kind is Start.MONTHS:
        return ("this Law shall be enforced upon expiry of six months after its first official publication",
                "настоящий Закон вводится в действие по истечении шести месяцев после дня его первого официального опубликования")
    return ("this Law shall be enforced upon expiry of ten calendar days after its first official publication",
            "настоящий Закон вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования")


def _in_chapters(rng: Random, pen: Pen, articles: list[Unit]) -> tuple[Unit, ...]:
    if rng.random() < 0.3 or len(articles) < 2:
        return tuple(articles)
    cut = rng.randrange(1, len(articles))
    return tuple(Unit(Kind.CHAPTER, str(index + 1), heading=pen.title(), parts=tuple(part))
                 for index, part in enumerate((articles[:cut], articles[cut:])))


# --- what an act does

def _enact(rng: Random, pen: Pen, world: World, act: Act) -> None:
    rules = [_rule(rng, act, world.traits)]
    if "act in parts" in world.traits and rng.random() < 0.5:
        rules.append(Rule(Start.ON_DAY, day=date(act.adopted.year + rng.randrange(1, 3), rng.choice((1, 7)), 1)))
    wanted = rng.choice((1, 1, 2, 2, 3))
    if "ranges" in world.traits and rng.random() < 0.5:
        _sweep(rng, pen, world, act, rules[0])
    for _ in range(30):
        rule = rng.choice(rules)
        step = _step(rng, pen, world, act, rule)
        if step is None or not _fits(world, step):
            continue
        world.steps.append(step)
        world.features |= _features(step) | ({"act in parts"} if len({each.rule for each in world.steps if each.act == act}) > 1 else set())
        if step.change.do is Do.RENUMBER:
            _fill(rng, pen, world, step)
        wanted -= 1
        if not wanted:
            return


def _sweep(rng: Random, pen: Pen, world: World, act: Act, rule: Rule) -> None:
    """Change several neighbours at once, or exclude them: what a note tells as a range."""
    day = rule.first_day(act.published)
    try:
        standing = live(fold(world.base, [step for step in world.steps if step.day <= day], day))
    except InapplicableError:
        return
    points = [eid for eid, (unit, _) in standing.items() if unit.kind is Kind.POINT]
    holder = rng.choice(points).rpartition("__")[0] if points and rng.random() < 0.5 else None
    changes = [Change(Do.EXCLUDE, eid) for eid in points if eid.rpartition("__")[0] == holder][:rng.randrange(2, 4)] if holder else [
        Change(Do.REWORD, eid, words=pen.new()) for eid, (unit, _) in standing.items()
        if unit.kind is Kind.ARTICLE and unit.words and eid != world.closing][:rng.randrange(2, 4)]
    for change in changes:
        step = Step(act, change, rule, day, len(world.steps))
        if _fits(world, step):
            world.steps.append(step)
            world.features |= {"range of points" if holder else "range of articles"}


def _fill(rng: Random, pen: Pen, world: World, step: Step) -> None:
    """Put a new unit where a renumbered one stood."""
    holder, _, last = step.change.eid.rpartition("__")
    kind = Kind.POINT if last.startswith("point") else Kind.PARAGRAPH
    new = Change(Do.INSERT, holder, unit=one(rng, pen, kind, last.split("_")[1]))
    filling = replace(step, change=new, serial=len(world.steps))
    if _fits(world, filling):
        world.steps.append(filling)


def _features(step: Step) -> set[str]:
    change = step.change
    kind = change.unit.kind.name.lower() if change.unit else change.eid.split("__")[-1].rstrip("0123456789-")
    found = {f"{change.do.name.lower()} {kind.rstrip('_')}", f"rule {step.rule.kind.name.lower()}"}
    found |= {"for a time"} if step.until else set()
    found |= {"called off"} if step.called_off else set()
    found |= {"in several issues"} if len(step.act.issues) > 1 else set()
    return found | ({"published late"} if (step.act.published - step.act.adopted).days > 15 else set())


def _rule(rng: Random, act: Act, traits: frozenset[str]) -> Rule:
    odd = (Start.FROM_THE_DAY,) * 2 if "from the day" in traits else ()
    kind = rng.choice((Start.DAYS,) * 6 + (Start.MONTHS, Start.ON_DAY, Start.ON_DAY, Start.ON_PUBLICATION, Start.SILENT) + odd)
    if kind is Start.DAYS:
        return Rule(kind, rng.choice((10, 10, 10, 10, 30, 60)))
    if kind is Start.MONTHS:
        return Rule(kind, rng.choice((3, 6)))
    if kind is Start.ON_DAY:
        return Rule(kind, day=act.published + timedelta(rng.randrange(1, 500)) if rng.random() < 0.5
                    else date(act.published.year + 1, 1, 1))
    if kind is Start.FROM_THE_DAY and rng.random() < 0.5:
        return Rule(Start.FROM_THE_DAY, 11)
    return Rule(kind)


def _step(rng: Random, pen: Pen, world: World, act: Act, rule: Rule) -> Step | None:
    day = rule.first_day(act.published)
    try:
        law = fold(world.base, [step for step in world.steps if step.day <= day])
    except InapplicableError:
        return None
    found = drawn(rng, pen, world, law)
    if found is None:
        return None
    until = None
    if found.do is Do.SUSPEND or (found.do is Do.REWORD and rule.kind is Start.ON_DAY and "for a time" in world.traits and rng.random() < 0.5):
        until = date(day.year + rng.randrange(1, 3), 1, 1)
        if found.do is Do.SUSPEND and rng.random() < 0.2:
            until = None
    called_off = rule.kind is Start.ON_DAY and (day - act.adopted).days > 60 and "called off" in world.traits and rng.random() < 0.4
    return Step(act, found, rule, day, len(world.steps), until, called_off)


def _fits(world: World, step: Step) -> bool:
    late, ends = dict(world.own_start.late), dict(world.own_start.ends)
    if any(eid in step.change.eid and step.day >= last for eid, last in ends.items()) or (ends and step.change.eid.startswith("chp_")):
        return False
    if world.own_start.told == "heading" and any(step.change.eid in (eid, f"{eid}__heading") for eid in late):
        return False
    if any((step.day <= first and step.change.eid.startswith((f"{eid}__", "chp_"))) or (step.change.eid == eid and step.day <= first)
           for eid, first in late.items()):
        return False
    if step.day <= max(world.start, step.act.adopted) or not _allowed(world, step) or any(_clash(each, step) for each in world.steps):
        return False
    try:
        fold(world.base, [*world.steps, replace(step, called_off=False)])
    except InapplicableError:
        return False
    return True


def _allowed(world: World, step: Step) -> bool:
    change = step.change
    kind = change.unit.kind if change.unit else None
    last = change.eid.split("__")[-1]
    chapter = kind is Kind.CHAPTER or change.eid.startswith("chp_")
    needed = {
        "expiry": change.do is Do.EXPIRE,
        "parts move": (change.do is Do.INSERT and kind in (Kind.PART, Kind.INDENT)) or
                      (change.do is Do.EXCLUDE and last.startswith(("al_", "indent_"))),
        "renumbering": change.do is Do.RENUMBER,
        "restated chapters": change.do is Do.RESTATE and chapter,
        "other chapters": chapter and change.do is not Do.RESTATE and kind is not Kind.ARTICLE,
        "suspension": change.do is Do.SUSPEND,
        "words throughout": change.do is Do.REPLACE,
        "restated": change.do is Do.RESTATE,
        "headings": change.do is Do.HEADING,
        "acts of one day": any(each.day == step.day and each.act != step.act for each in world.steps),
    }
    return all(trait in world.traits for trait, need in needed.items() if need)


def _clash(one: Step, other: Step) -> bool:
    """Tell whether two changes of one day would leave their order open, or one suspension would run into another."""
    if one.change.do is other.change.do is Do.SUSPEND and one.change.eid == other.change.eid:
        return one.day <= (other.until or date.max) and other.day <= (one.until or date.max)
    if one.day != other.day or (one.act != other.act and one.act.adopted != other.act.adopted):
        return False
    a, b = one.change, other.change
    if Do.RENUMBER in (a.do, b.do) and Do.INSERT in (a.do, b.do):
        return False
    return Do.REPLACE in (a.do, b.do) or any(
        mine.startswith(theirs) or theirs.startswith(mine) for mine in _about(a) for theirs in _about(b))


def _about(change: Change) -> tuple[str, ...]:
    """Give the addresses that a change is about: an act finds all of them in what was there before it."""
    if change.eid.startswith("chp_") and change.do in (Do.RESTATE, Do.EXCLUDE):
        return change.eid, "art_"  # whichever articles the chapter holds
    moved = f"{change.eid.rpartition('_')[0]}_{change.number}" if change.do is Do.RENUMBER else None
    return (_brought(change), moved) if moved else (_brought(change),)


def _brought(change: Change) -> str:
    """Give the address that a change is about: of what it inserts, else of its target."""
    if change.do is not Do.INSERT or change.unit is None or change.unit.kind not in NAMED:
        return change.eid
    within = f"{change.eid}__" if change.unit.kind in (Kind.PARAGRAPH, Kind.POINT) else ""
    return f"{within}{NAMED[change.unit.kind]}{change.unit.number}"


def _repeal(rng: Random, world: World, last: date) -> None:
    adopted = max(last, max((step.day for step in world.steps), default=last)) + timedelta(rng.randrange(30, 900))
    act = _act(rng, adopted, 9, world.traits)
    rule = Rule(Start.DAYS, rng.choice((10, 60))) if rng.random() < 0.5 else Rule(Start.ON_DAY, day=date(adopted.year + 1, 1, 1))
    if rule.kind is Start.ON_DAY and act.published >= date(adopted.year + 1, 1, 1):
        return
    longer: tuple[tuple[str, date], ...] = ()
    day = rule.first_day(act.published)
    articles = [eid for eid, (unit, _) in live(fold(world.base, world.steps)).items() if unit.kind is Kind.ARTICLE]
    if articles and "repeal with an exception" in world.traits:
        longer = ((rng.choice(articles), date(day.year + 2, 1, 1)),)
    world.repeal = Repeal(act, day, rule, longer)
    world.features |= {"repeal"} | ({"repeal with an exception"} if longer else set())

