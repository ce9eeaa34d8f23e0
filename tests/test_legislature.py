"""The simulated legislature itself: its truth holds together, the parser reads its pages, its facts are true."""

from collections import Counter
from datetime import timedelta
from functools import cache

import pytest

from lawgraph.languages.state import PUBLICATION_TERM
from lawgraph.law.acts import ActRecord
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.document import Severity
from lawgraph.law.eid import Eid
from lawgraph.parsing.document import parse
from lawgraph.reading.plain import read_plain
from legislature import (
    Change,
    Dated,
    Habits,
    Held,
    History,
    Shelf,
    Stated,
    describe,
    facts,
    first_day,
    habits_of,
    in_language,
    invent,
    named_acts,
    page,
    printed_texts,
    prints,
    same_wording,
    stated_day,
)

SEEDS = range(400)
ENDING = (Action.EXCLUSION, Action.EXPIRY)


@cache
def histories() -> tuple[History, ...]:
    """Invent the histories that the tests below look at."""
    return tuple(invent(seed) for seed in SEEDS)


def test_the_same_seed_gives_the_same_life_page_and_facts() -> None:
    for seed in range(40):
        one, other = invent(seed), invent(seed)
        assert one == other
        assert (page(one), facts(one), describe(one)) == (page(other), facts(other), describe(other))


def test_other_habits_can_be_asked_for() -> None:
    habits = Habits(Held.COMPLETE, kept=False, stale=True, stated=Stated.DAY)
    assert invent(3, habits).habits == habits
    assert invent(3, habits_of(3)).habits == invent(3).habits


def test_every_kind_of_change_happens() -> None:
    done = Counter(_kind(change) for history in histories() for act in history.acts for change in act.changes)
    assert min(done[kind] for kind in (
        "insertion n-m", "insertion point", "insertion para", "insertion al", "insertion indent", "insertion n-m art",
        "substitution point", "substitution para", "substitution art", "exclusion point", "exclusion para",
        "exclusion al", "exclusion indent", "exclusion art", "modification heading", "substitution heading",
        "modification intro", "substitution intro", "modification point", "substitution preamble",
        "text_substitution law", "expiry point", "repeal law")) >= 3, done


def test_a_number_is_used_again_after_an_exclusion() -> None:
    again = sum(_used_again(history) for history in histories())
    assert again >= 20


def test_acts_commence_out_of_order_together_and_in_parts() -> None:
    orders = [[act.operative for act in history.acts] for history in histories()]
    assert sum(days != sorted(days) for days in orders) >= 20
    assert sum(len(set(days)) < len(days) for days in orders) >= 20
    assert sum(act.in_parts for history in histories() for act in history.acts) >= 20


def test_publication_lies_within_the_statutory_term_and_first_days_obey_the_rules() -> None:
    for history in histories():
        assert history.start == first_day(history.published, history.rule)
        for act in history.acts:
            assert 1 <= (act.published - act.adopted).days <= PUBLICATION_TERM
            for change in act.changes:
                assert change.operative == first_day(act.published, change.rule) > history.start
                assert change.operative >= act.published


def test_a_rule_counts_as_the_examples_in_the_sources_do() -> None:
    ten = next(each for history in histories() for act in history.acts for each in act.changes if each.rule.days == 10)
    act = next(act for history in histories() for act in history.acts if ten in act.changes)
    assert ten.operative == act.published + timedelta(11)


def test_each_change_shows_in_the_texts_of_its_first_day() -> None:
    for history in histories():
        for act in history.acts:
            for change in act.changes:
                texts = history.texts_on(change.operative)
                changed_again = [each for other in history.acts for each in other.changes
                                 if each.operative == change.operative and each is not change]
                if not changed_again and not _suspends(history):
                    assert all(texts[eid] == text for eid, text in change.texts), describe(history)
                    assert change.action not in ENDING or not any(Eid(eid).within(change.eid) for eid in texts)


def test_nothing_is_in_operation_before_the_start_and_after_the_repeal() -> None:
    for history in histories():
        assert not history.texts_on(history.start - timedelta(1))
        assert history.texts_on(history.start) == dict(history.original)
        assert bool(history.texts_on(history.end)) is (history.repealed is None)


def test_the_texts_differ_on_every_boundary_and_on_no_other_day() -> None:
    for history in histories()[:60]:
        for day in history.boundaries:
            assert history.texts_on(day) != history.texts_on(day - timedelta(1))
        for eid in history.eids:
            assert {day for day, _ in history.life_of(eid)} <= set(history.boundaries)


def test_every_provision_stands_in_an_enclosing_one_and_numbers_have_no_gap_that_nothing_explains() -> None:
    for history in histories():
        gone = {change.eid for act in history.acts for change in act.changes if change.action in ENDING}
        for day in history.boundaries:
            texts = history.texts_on(day)
            for eid in map(Eid, texts):
                assert eid.parent is None or eid.parent in texts or eid == "law__heading", (eid, describe(history))
                if eid.number.isdecimal() and int(eid.number) > 1 and eid.parent and eid[-6:] != "__al_2":
                    before = f"{eid.rpartition('_')[0]}_{int(eid.number) - 1}"
                    assert before in texts or before in gone, (eid, day, describe(history))


def test_two_wordings_are_never_alike_by_chance() -> None:
    for history in histories():
        said = Counter(text for _, text in history.original if text)
        said.update(text for act in history.acts for change in act.changes for _, text in change.texts if text)
        kept = {text for text, count in said.items() if count > 1}
        headings = {text for act in history.acts for change in act.changes for eid, text in change.texts
                    if eid.endswith("__heading")}
        assert kept <= headings, kept


def test_a_suspended_article_is_away_until_its_day() -> None:
    suspensions = 0
    for seed in range(60):
        history = invent(seed, Habits(suspensions=True))
        for change in (each for act in history.acts for each in act.changes if each.action is Action.SUSPENSION):
            suspensions += 1
            assert change.until is not None
            assert change.eid not in history.texts_on(change.operative)
            assert change.eid not in history.texts_on(change.until - timedelta(1))
    assert suspensions >= 5


@pytest.mark.parametrize("held", Held)
def test_facts_are_true(held: Held) -> None:
    for seed in range(150):
        history = invent(seed, Habits(held, stale=seed % 3 == 0, texts=seed % 2 == 0))
        acts = {act.number: act for act in history.acts}
        records, notes = facts(history)
        for record in records:
            if record.act.number == history.number:
                assert record.publications[0].day == history.published
                continue
            act = acts[str(record.act.number)]
            assert (record.act.adopted, {each.day for each in record.publications} | {act.published}) == (
                act.adopted, {act.published})
            assert record.operation is None or {record.operation.day} == {each.operative for each in act.changes}
            true = {(eid, each.operative) for each in act.changes for eid in _targets(each, record)}
            told = {(each.eid.removesuffix("__intro"), each.operative or act.operative) for each in record.targets}
            assert told <= true
            assert len({each.eid for each in record.targets}) == len(record.targets), describe(history)
            assert not record.complete or told == true
        told_of = {record.act.number for record in records} | named_acts(history)
        assert history.left_out <= {record.act.number for record in records}
        until = notes.acts_complete_until
        assert until is None or {act.number for act in history.acts if act.operative <= until} <= told_of


def test_complete_facts_tell_of_every_act() -> None:
    for seed in range(40):
        history = invent(seed, Habits(Held.COMPLETE))
        records, notes = facts(history)
        assert [record.act.number for record in records] == [history.number, *(act.number for act in history.acts)]
        assert all(_all_told(record) for record in records[1:])
        assert notes.acts_complete_until == history.end


def test_a_page_holds_the_texts_of_its_day() -> None:
    for history in histories():
        if not history.left_out and (history.repealed is None or history.printed_on < history.repealed):
            printed = page(history)
            assert all(text in printed for text in history.texts_on(history.printed_on).values()), describe(history)


def test_a_page_prints_the_truth_but_for_acts_left_out_and_a_repeal() -> None:
    for history in histories():
        if not history.left_out and (history.repealed is None or history.printed_on < history.repealed):
            true, printed = history.texts_on(history.printed_on), printed_texts(history)
            assert printed == true or (_suspends(history) and true.items() < printed.items())


def test_a_page_names_no_act_that_is_left_out_or_later() -> None:
    for history in histories():
        late = {act.number for act in history.acts if act.operative > history.printed_on}
        printed = page(history)
        assert not any(f"№ {number} " in printed for number in late | history.left_out)
        assert all(number in printed for number in named_acts(history))


def test_some_translations_lack_acts() -> None:
    assert sum(bool(history.left_out) for history in histories()) >= 30


@pytest.mark.parametrize("seed", range(60))
def test_the_parser_reads_the_page_as_it_was_meant(seed: int) -> None:
    history = invent(seed)
    document = parse(read_plain(page(history)), "eng")
    true = printed_texts(history)
    read = {each.eid: each for each in document.provisions if not each.excluded}
    assert set(read) == {eid for eid in true if not eid.endswith("__heading")}, describe(history)
    for eid, provision in read.items():
        assert same_wording(provision.text, true[eid]), describe(history)
        assert f"{eid}__heading" not in true or provision.heading == true[f"{eid}__heading"]
    claimed = {claim.act.number for claim in document.claims if claim.act}
    assert claimed == named_acts(history), describe(history)
    assert not [each for each in document.findings if each.severity is Severity.ERROR]


def _suspends(history: History) -> bool:
    return any(change.action is Action.SUSPENSION for act in history.acts for change in act.changes)


def _kind(change: Change) -> str:
    eid = Eid(change.eid)
    kind = eid.rpartition("__")[2].partition("_")[0]
    if change.action is Action.INSERTION and eid.inserted_number:
        return "insertion n-m art" if kind == "art" else "insertion n-m"
    return f"{change.action} {kind}"


def _used_again(history: History) -> int:
    excluded: set[str] = set()
    again = 0
    for event in history.events:
        change = event.change
        again += change.action is Action.INSERTION and change.eid in excluded
        if change.action is Action.EXCLUSION and Eid(change.eid).number:
            excluded.add(change.eid)
    return again


def _targets(change: Change, record: ActRecord) -> tuple[str, ...]:
    """Return what a record tells of a change: of words replaced throughout, all places only where it is complete."""
    targets = change.touched if record.complete and change.words else (change.eid,)
    return tuple(eid.removesuffix("__intro") for eid in targets)


def _all_told(record: ActRecord) -> bool:
    known = record.operation is not None or all(each.operative for each in record.targets)
    return bool(record.publications and record.complete and record.targets) and known


def test_a_deferring_act_keeps_its_rule_to_itself() -> None:
    history = next(history for history in histories() for act in history.acts
                   if act.defers and act.number in named_acts(history) and act.rule.kind is not RuleKind.ON_DAY)
    assert "(see Article 2 for the order of entry into force)" in page(history)


@pytest.mark.parametrize("shelf", [Shelf(3), Shelf(5), Shelf(4, official=True)])
def test_a_shelf_holds_as_many_editions_as_it_says(shelf: Shelf) -> None:
    for history in histories()[:60]:
        found = prints(history, shelf)
        assert [each.text for each in found] == [each.text for each in prints(history, shelf)]
        assert sum(each.official for each in found) == (shelf.editions if shelf.official else 0)
        assert shelf.official or len(found) == shelf.editions
        assert {each.lang for each in found} == ({"rus", "eng"} if shelf.official else {"eng"})


def test_editions_are_dated_in_every_way() -> None:
    ways = Counter(each.dated for history in histories() for each in prints(history, Shelf(3)))
    assert min(ways[way] for way in Dated if way is not Dated.PUBLICATION_UNTOLD) >= 20, ways
    for each in (each for history in histories() for each in prints(history, Shelf(3))):
        assert (stated_day(each) is None) is (each.dated in (Dated.NOTHING, Dated.RETRIEVED))


def test_an_edition_dated_by_operation_prints_the_texts_of_its_day() -> None:
    for history in histories()[:100]:
        for each in prints(history, Shelf(3, official=True)):
            day, printed = each.history.printed_on, each.text
            if each.dated is Dated.DAY and each.official and (history.repealed is None or day < history.repealed):
                texts = history.texts_on(day).values()
                assert all(in_language(text, each.lang) in printed for text in texts), describe(history)


def test_an_edition_dated_by_adoption_shows_an_act_before_it_operates() -> None:
    early = [each.history for history in histories() for each in prints(history, Shelf(3))
             if each.dated in (Dated.ADOPTION, Dated.ADOPTION_UNTOLD)]
    ahead = [event for history in early for event in history.events
             if history.shows(event) and event.change.operative > history.printed_on]
    assert len(ahead) >= len(early) >= 40
    assert all(event.act.adopted <= history.printed_on for history in early for event in history.events
               if history.shows(event))


def test_the_wording_of_one_language_is_not_that_of_another() -> None:
    for history in histories()[:60]:
        for text in (text for _, text in history.original if text and not text.startswith(("This Law", "Order"))):
            assert in_language(text, "rus") != in_language(text, "eng") == text


def test_an_early_edition_lacks_what_the_translation_never_took_up() -> None:
    for history in (each for each in histories() if each.left_out):
        for each in prints(history, Shelf(3)):
            assert not any(f"№ {number} " in each.text for number in history.left_out)
