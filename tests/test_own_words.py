"""What an amending act says in its own words is evidence: never a rewrite, and never surer than its words are read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lawgraph.checks.checking import check
from lawgraph.evidence.own_words import in_own_words
from lawgraph.law.acts import ActRecord, Completeness, TargetFact
from lawgraph.law.amendments import Action
from lawgraph.law.authors import Act, ActKind, Publication, Record
from lawgraph.law.days import parse_day
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, Wording
from own_words import ACTS, EDITIONS, FIRST, NAMED, edition, held, known, life, on, sundials, text_of, with_words

RECORD = Record("invented", "high", date(2026, 1, 1), "amendments/x.toml", 1)


def said(history: object, eid: str, day: str) -> tuple[Presence, Wording | None, str | None]:
    version = on(history, eid, day)  # type: ignore[arg-type]
    return version.in_operation, version.wording, version.text


def kinds(history: object) -> set[str]:
    return {each.kind for each in history.findings}  # type: ignore[attr-defined]


def published(name: str, day: str, *targets: TargetFact, complete: bool = False) -> ActRecord:
    return ActRecord(Act(name, ACTS[name], ActKind.LAW), (), None, RECORD, (Publication((parse_day(day),), None, None, RECORD, first=True),),
                     targets=targets, complete=(Completeness(NAMED.id, RECORD),) if complete else ())


@pytest.mark.parametrize("editions", [(FIRST,), EDITIONS])
def test_from_the_first_edition_and_the_acts_later_editions_follow_and_nothing_sure_is_wrong(editions: tuple[str, ...]) -> None:
    history = life(sundials(editions=editions))
    attested = 0
    for day in EDITIONS[1:]:
        shown = {each.eid: each for each in edition(day).document.provisions}
        # The editions show an act from its adoption on; forty days later each surely operates.
        for timeline in history.timelines:
            version = on(history, timeline.unit.eid, str(parse_day(day) + timedelta(45)))
            there = timeline.unit.eid in shown and not shown[timeline.unit.eid].excluded
            if timeline.unit.kind.value == "heading" or timeline.unit.eid == "art_5__para_3":
                continue  # paragraph 3 of Article 5 starts on a day of its own
            assert version.in_operation is not (Presence.NO if there else Presence.YES), (timeline.unit.eid, day)
            if version.wording is Wording.ATTESTED and there:
                attested += 1
                assert "".join((version.text or "").split()).rstrip(".;:,") == "".join(
                    (shown[timeline.unit.eid].text or "").split()).rstrip(".;:,"), (timeline.unit.eid, day)
    assert attested > (60 if editions == (FIRST,) else 30)  # later editions have no notes, so what they show is open


def test_a_payload_attests_the_wording_from_its_first_day_on_and_the_parts_that_it_brings() -> None:
    history = life(sundials(["130-V"]))
    assert said(history, "art_4-1__para_2__point_1", "2014-01-01") == (Presence.YES, Wording.ATTESTED, "прямизну;")
    assert said(history, "art_4-1__para_2__point_1", "2013-07-15")[0] is Presence.NO
    assert [said(history, "art_4-1", day)[0] for day in ("2013-08-31", "2013-09-01")] == [Presence.NO, Presence.YES]


def test_what_a_new_wording_leaves_out_is_not_there_after_it() -> None:
    text = text_of("14-VI").replace("«1. Кто погнул гномон:\n\n1) выправляет его сам;\n\n2) сообщает часовщику.»;", "«1. Кто погнул гномон, платит.»;")
    history = life(sundials({"14-VI": text_of("14-VI"), "77-VI": text.replace("пункта 3 статьи 1", "пункта 4 статьи 1")}))
    assert said(history, "art_5__para_1__point_2", "2017-01-01")[0] is Presence.YES
    assert said(history, "art_5__para_1__point_2", "2019-01-01")[0] is Presence.NO


def test_exchanged_words_attest_what_follows_from_an_attested_text() -> None:
    history = life(sundials(["130-V"]))
    before, after = said(history, "art_3__point_3", "2013-07-10"), said(history, "art_3__point_3", "2014-01-01")
    assert before == (Presence.YES, Wording.ATTESTED, "красит деления;")
    assert after[:2] == (Presence.YES, Wording.ATTESTED)
    assert after[2] != before[2]


def test_exchanged_words_attest_nothing_where_the_text_before_is_another() -> None:
    recorded = published("12-V", "2012-02-20", TargetFact(NAMED.id, Eid("art_3__point_3"), Action.SUBSTITUTION, RECORD), complete=True)
    history = life(sundials(["130-V"], records=[recorded]))
    assert said(history, "art_3__point_3", "2014-01-01")[1] is not Wording.ATTESTED


def test_the_text_before_follows_from_the_one_after_where_the_new_words_can_come_from_no_others() -> None:
    note = ("Сноска. Статья 3 с изменениями, внесенными законами РК от 20.11.2012 № 48-V (вводится в действие с 01.12.2012); "
            "от 05.07.2013 № 130-V (вводится в действие с 01.09.2013).")
    shown = edition("2014-10-01", note)
    history = life(replace(sundials(["48-V", "130-V"]), editions=(shown,)))
    assert said(history, "art_3__point_3", "2014-01-01") == (Presence.YES, Wording.ATTESTED, "красит деления и цифры;")
    assert said(history, "art_3__point_3", "2013-08-31") == (Presence.YES, Wording.ATTESTED, "красит деления;")


def test_a_wording_that_is_restated_in_its_own_words_is_held_in_the_days_between_too() -> None:
    same = with_words("48-V", text_of("48-V"), text_of("14-VI").replace(
        "«1. Кто погнул гномон:\n\n1) выправляет его сам;\n\n2) сообщает часовщику.»;", "«1. Кто погнул гномон, выправляет его сам.»;"))
    history = life(sundials(same))
    assert said(history, "art_5__para_1", "2012-12-10")[:2] == (Presence.YES, Wording.ATTESTED)


def test_a_stretch_that_is_not_read_makes_no_list_whole_and_the_act_may_have_done_anything() -> None:
    history = life(sundials(with_words("288-V", "статьи 2 слова «о месте» исключить", "того же слова «о месте» вычеркнуть")))
    assert "unread_instruction" in kinds(history)
    assert said(history, "art_5__para_1", "2016-01-01")[1] is not Wording.ATTESTED


def test_a_stretch_that_is_not_read_and_names_an_article_leaves_all_of_that_article_open_alone() -> None:
    history = life(sundials(with_words("288-V", "о месте» исключить", "о месте» вычеркнуть")))
    assert said(history, "art_5__para_1", "2016-01-01")[1] is Wording.ATTESTED
    assert said(history, "art_2__para_3", "2016-01-01")[1] is not Wording.ATTESTED
    assert said(history, "art_2__para_2", "2016-01-01")[1] is not Wording.ATTESTED


def test_words_that_stand_twice_leave_their_article_unsure_and_the_others_sure() -> None:
    history = life(sundials(with_words("130-V", text_of("130-V"), text_of("201-V").replace("«дворник»", "«рогож»").replace("дополнить частью", "дополнить частью"))))
    assert "not_applied" in kinds(history)
    assert said(history, "art_4", "2014-06-01")[1] is not Wording.ATTESTED
    assert said(history, "art_5__para_1", "2014-06-01")[1] is Wording.ATTESTED


def test_facts_that_tell_otherwise_are_a_finding_and_neither_list_is_whole() -> None:
    other = published("130-V", "2013-07-20", TargetFact(NAMED.id, Eid("art_6"), Action.SUBSTITUTION, RECORD), complete=True)
    history = life(sundials(["130-V"], records=[other]))
    assert "facts_and_act_differ" in kinds(history)
    assert said(history, "art_5__para_1", "2014-06-01")[1] is not Wording.ATTESTED


def test_the_publication_that_facts_record_dates_what_the_text_tells() -> None:
    alone, dated = life(sundials(["12-V"])), life(sundials(["12-V"], records=[published("12-V", "2012-02-20")]))
    assert [said(alone, "art_1__point_2-1", day)[0] for day in ("2012-02-20", "2012-03-01", "2012-03-22")] == [
        Presence.NO, Presence.POSSIBLE, Presence.YES]
    assert [said(dated, "art_1__point_2-1", day)[0] for day in ("2012-03-01", "2012-03-02")] == [Presence.NO, Presence.YES]


def test_an_edition_that_prints_other_words_than_the_act_leaves_both_unsure() -> None:
    sources = sundials(with_words("130-V", "прямизну", "кривизну") | {"12-V": text_of("12-V"), "48-V": text_of("48-V")}, editions=(FIRST, "2014-10-01"))
    history = life(known(sources, until=date(2014, 12, 1)))
    assert "act_and_edition_differ" in {each.kind for each in check(history)}
    assert all(said(history, "art_4-1__para_2__point_1", day)[1] is not Wording.ATTESTED for day in ("2014-09-01", "2014-10-01"))


def test_an_act_that_shows_changes_of_a_later_act_proves_only_what_surely_began_before_it() -> None:
    note = "Сноска. Статья 1 с изменением, внесенным Законом РК от {} № 153-V.\nСтатья 2. Настоящий"
    early, late = (life(sundials(with_words("130-V", "Статья 2. Настоящий", note.format(day)))) for day in ("10.07.2013", "10.12.2013"))
    assert said(late, "art_4-1__para_1", "2014-06-01")[1] is Wording.ATTESTED
    assert said(early, "art_5__para_1", "2014-06-01")[1] is not Wording.ATTESTED
    assert "act_changed_since" in kinds(late)


def test_the_list_of_an_act_that_shows_changes_of_a_later_act_is_whole_by_presumption() -> None:
    note = "Сноска. Статья 1 с изменением, внесенным Законом РК от 10.12.2013 № 153-V.\nСтатья 2. Настоящий"
    told = [in_own_words(sundials(words))[0].records[0].complete for words in (
        with_words("130-V", "Статья 2. Настоящий", note), {"130-V": text_of("130-V")})]
    assert [each.record.confidence for complete in told for each in complete] == ["medium", "high"]


def test_an_exception_that_names_no_place_leaves_every_day_of_the_act_open() -> None:
    exception = "опубликования, за исключением норм о часах, которые вводятся в действие с 1 января 2020 года."
    history = life(sundials(with_words("12-V", "опубликования.", exception)))
    assert "unread_commencement" in kinds(history)
    assert said(history, "art_1__point_2-1", "2014-06-01")[0] is not Presence.YES


def test_a_step_that_starts_on_a_day_of_its_own_begins_then() -> None:
    history = life(sundials(["14-VI"]))
    assert [said(history, "art_5__para_3", day)[0] for day in ("2017-12-31", "2018-01-01")] == [Presence.NO, Presence.YES]


def test_an_act_that_the_first_edition_shows_already_is_found_in_it() -> None:
    history = life(known(sundials(["12-V"], editions=["2014-10-01"]), until=date(2014, 10, 1)))
    # The edition shows later acts too, so what 12-V did is told only if nothing else differs.
    assert said(history, "art_1__point_2-1", "2014-10-01")[0] is Presence.YES


def test_where_another_act_may_have_changed_an_article_before_only_the_article_is_known() -> None:
    vague = published("12-V", "2012-02-20", TargetFact(NAMED.id, Eid("art_3"), Action.MODIFICATION, RECORD))
    history = life(sundials(["130-V"], records=[vague]))
    target = {each.target for each in history.amendments if each.act_name == "130-V"}
    assert "art_3" in target
    assert "art_3__point_3" not in target
    assert "art_4-1__para_1" in target


def test_two_languages_that_change_other_units_make_no_list_whole() -> None:
    sources = sundials(["130-V"])
    other = replace(held("130-V", text_of("130-V").replace("4-1", "4-2")), file="corpus/130-V/kaz.txt")
    history = life(replace(sources, acts=(*sources.acts, replace(other, text=replace(other.text, lang="kaz")))))
    assert "languages_differ" in kinds(history)
    assert said(history, "art_5__para_1", "2014-06-01")[1] is not Wording.ATTESTED


def test_the_points_of_a_new_article_are_not_spoken_against_while_its_first_day_is_not_known() -> None:
    """Each of them was told to be proven there and not there, for nothing but the days on which the act may have begun."""
    clause = "по истечении десяти календарных дней после дня его первого официального опубликования"
    history = life(sundials(with_words("130-V", "с 1 сентября 2013 года", clause)))
    assert said(history, "art_4-1__para_2__point_1", "2013-07-25")[0] is Presence.POSSIBLE
    assert "contradiction" not in {each.kind for each in check(history)}


def test_a_fact_without_a_day_begins_when_the_words_of_the_act_say_that_this_part_does() -> None:
    brought = TargetFact(NAMED.id, Eid("art_5__para_3"), Action.INSERTION, RECORD)
    history = life(sundials(["14-VI"], records=[published("14-VI", "2017-03-01", brought)]))
    days = {str(each.operative.earliest) for each in history.amendments if each.act_name == "14-VI" and each.target == "art_5__para_3"}
    assert days == {"2018-01-01"}


def test_a_fact_without_a_day_may_begin_with_any_part_of_an_act_that_does_not_tell_all() -> None:
    told = TargetFact(NAMED.id, Eid("art_6"), Action.MODIFICATION, RECORD)
    unread = with_words("14-VI", "2) статью 5 дополнить", "2) стрелку перекрасить. Статью 5 дополнить")
    history = life(sundials(unread, records=[published("14-VI", "2017-03-01", told)]))
    only = next(each for each in history.amendments if each.act_name == "14-VI" and each.target == "art_6")
    assert (str(only.operative.earliest), str(only.operative.latest)) == ("2017-03-12", "2018-01-01")
