"""The legislature speaks: its amending acts, printed in Russian in the forms that such acts have.

Addresses, verbs and commencement are Russian; the wordings are those of the invented law. An act that does what has no form
here (a repeal, a suspension, a change for a time, a chapter) is not held. Steps stand under headings or alone, without
indentation; an act is on this law alone, or has an item on it beside another law's.
"""

from collections.abc import Mapping
from datetime import date
from random import Random

from lawgraph.evidence.sources import HeldAct
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.model import Action, OperationRule, RuleKind
from lawgraph.reading.source import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.effects import AmendedLaw, items_on
from legislature.history import Change, History, TrueAct, apply
from legislature.prints import in_language
from legislature.shapes import order_of

_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")
_STEMS = ("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ENDINGS = {"f": {"acc": "ую", "gen": "ой", "ins": "ой"}, "m": {"acc": "ый", "gen": "ого", "ins": "ым"}}
_NOUNS = {
    Kind.ARTICLE: {"acc": "статью", "gen": "статьи", "ins": "статьей", "pre": "статье"},
    Kind.PARAGRAPH: {"acc": "пункт", "gen": "пункта", "ins": "пунктом", "pre": "пункте"},
    Kind.POINT: {"acc": "подпункт", "gen": "подпункта", "ins": "подпунктом", "pre": "подпункте"},
    Kind.ALINEA: {"acc": "часть", "gen": "части", "ins": "частью", "pre": "части"},
    Kind.INDENT: {"acc": "абзац", "gen": "абзаца", "ins": "абзацем", "pre": "абзаце"},
}
_FORMS = {Action.INSERTION, Action.SUBSTITUTION, Action.EXCLUSION, Action.MODIFICATION, Action.TEXT_SUBSTITUTION}


class UnspokenError(Exception):
    """A change for which there is no form here."""


def held_acts(history: History) -> tuple[HeldAct, ...]:
    """Return most acts of a history as their texts say them."""
    rng = Random(history.seed * 13 + 3)  # noqa: S311 - invention, not secrecy
    law = AmendedLaw(history.id, history.adopted, (("rus", in_language(history.title, "rus")),))
    found = []
    for act in history.acts:
        text = act_text(history, act, rng)
        if text is None or rng.random() < 0.2:
            continue
        read = read_act(read_plain(text), "rus")
        found += [HeldAct(Act(act.number, act.adopted, ActKind.LAW), read, item, f"{act.number}.txt", date(2031, 1, 1))
                  for item in items_on(read, law)]
    return tuple(found)


def act_text(history: History, act: TrueAct, rng: Random) -> str | None:
    """Return the words of an act, `None` where it does something that has no form here."""
    state = _before(history, act)
    many = bool(rng.getrandbits(1))
    try:
        steps = [_step(change, state, rng) for change in act.changes]
        closing = _closing(act, many=many)
    except UnspokenError:
        return None
    body = [f"{number}) {step}{';' if number < len(steps) else '.'}" for number, step in enumerate(steps, 1)]
    title = in_language(history.title, "rus")
    target = f"Закон Республики Казахстан от {_day(history.adopted)} «{title}»"
    opening = (["Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:",
                "1. В Закон Республики Казахстан от 1 февраля 1999 года «О весах»:", "1) статью 7 исключить.", f"2. В {target}:"]
               if many else [f"Статья 1. Внести в {target} следующие изменения и дополнения:"])
    return "\n\n".join(("О внесении изменений и дополнений", *opening, *body, closing)) + "\n"


def _before(history: History, act: TrueAct) -> Mapping[str, str]:
    state = dict(history.original)
    for event in history.events:
        if event.act is act:
            return state
        apply(state, event.change)
    return state


def _step(change: Change, state: Mapping[str, str], rng: Random) -> str:
    if change.action not in _FORMS or change.until or change.again or change.gone:
        raise UnspokenError
    if change.words is not None:
        old, new = change.words
        if not new.strip() or change.eid != "law":
            raise UnspokenError
        return f"по всему тексту слова «{old}» заменить словами «{new}»"
    eid = Eid(change.eid.removesuffix("__intro"))
    texts = {place: in_language(text, "rus") for place, text in change.texts}
    own = change.eid != eid
    if change.action is Action.EXCLUSION:
        return _nested(eid, f"{_unit(eid, 'acc', state)} исключить", "исключить", state, rng)
    if eid.kind is Kind.HEADING or eid in ("preamble", "law__heading") or eid.kind.divides:
        return _heading(eid, texts)
    if change.action is Action.INSERTION:
        return _insertion(eid, texts, state)
    if eid not in state:  # another act brings it before this step
        raise UnspokenError
    if own or (len(texts) == 1 and change.action is Action.MODIFICATION):
        return _own_words(eid, in_language(state[eid], "rus"), texts[eid], state, rng)
    return f"{_address(eid, 'acc', state)} изложить в следующей редакции:\n\n{_payload(eid, texts)}"


def _nested(eid: Eid, alone: str, verb: str, state: Mapping[str, str], rng: Random) -> str:
    """Return an instruction on a unit: with its whole address, or under a heading that names what it stands in."""
    parent = eid.parent
    if parent is None or rng.getrandbits(1):
        return f"{_address(eid, 'acc', state)} {verb}"
    return f"в {_address(parent, 'pre', state)}:\n\n{alone}"


def _own_words(eid: Eid, before: str, after: str, state: Mapping[str, str], rng: Random) -> str:
    listed = any(each.startswith(f"{eid}__") and not each.endswith("__heading") and Eid(each).kind is not Kind.ALINEA for each in state)
    place = f"абзац первый {_address(eid, 'gen', state)}" if listed else _address(eid, "acc", state)
    if (eid.kind is Kind.ARTICLE and not listed) or rng.getrandbits(1):
        inside = f"абзаце первом {_address(eid, 'gen', state)}" if listed else _address(eid, "pre", state)
        return f"в {inside} слова «{before.rstrip('.;:')}» заменить словами «{after.rstrip('.;:')}»"
    return f"{place} изложить в следующей редакции:\n\n«{_label(eid)}{after}»"


def _heading(eid: Eid, texts: Mapping[str, str]) -> str:
    text = texts[eid]
    if eid == "preamble":
        return f"преамбулу изложить в следующей редакции:\n\n«{text}»"
    if eid == "law__heading":
        return f"заголовок изложить в следующей редакции:\n\n«{text}»"
    above = eid.parent
    if above is None or above.kind not in (Kind.ARTICLE, Kind.CHAPTER):
        raise UnspokenError
    noun, label = ("главы", "Глава") if above.kind is Kind.CHAPTER else ("статьи", "Статья")
    return f"заголовок {noun} {above.number} изложить в следующей редакции:\n\n«{label} {above.number}. {text}»"


def _insertion(eid: Eid, texts: Mapping[str, str], state: Mapping[str, str]) -> str:
    if eid.kind.divides:
        raise UnspokenError
    where = f"{_address(eid.parent, 'acc', state)} " if eid.parent else ""
    return f"{where}дополнить {_unit(eid, 'ins', state)} следующего содержания:\n\n{_payload(eid, texts)}"


def _payload(eid: Eid, texts: Mapping[str, str]) -> str:
    lines = []
    for place in sorted(texts, key=_in_print):
        each = Eid(place)
        if each.kind is Kind.HEADING:
            continue
        heading = texts.get(f"{each}__heading", "")
        mark = "" if texts[place].endswith((".", ":")) or not texts[place] else ";"
        if each.kind is Kind.ARTICLE:
            lines += [f"Статья {each.number}. {heading}", *([texts[place]] if texts[place] else [])]
        else:
            lines.append(f"{_label(each)}{texts[place]}{mark}")
    return "«" + "\n\n".join(lines) + "»"


def _in_print(place: str) -> tuple[object, ...]:
    """Sort parts behind the lists of what they stand in."""
    return order_of(place)


def _label(eid: Eid) -> str:
    return f"{eid.number}. " if eid.kind is Kind.PARAGRAPH else f"{eid.number}) " if eid.kind is Kind.POINT else ""


def _address(eid: Eid, case: str, state: Mapping[str, str]) -> str:
    """Return an address, the innermost unit first."""
    words = [_unit(eid, case, state)]
    above = eid.parent
    while above is not None:
        words.append(_unit(above, "gen", state))
        above = above.parent
    return " ".join(words)


def _unit(eid: Eid, case: str, state: Mapping[str, str]) -> str:
    if eid.kind not in _NOUNS:
        raise UnspokenError
    noun = _NOUNS[eid.kind][case]
    if eid.kind is Kind.ALINEA:
        return f"{noun} {_ordinal(int(eid.number), 'f', case)}"
    if eid.kind is Kind.INDENT:
        listed = any(Eid(each).kind is Kind.POINT and Eid(each).parent == eid.parent for each in state)
        if listed:
            raise UnspokenError
        return f"{noun} {_ordinal(int(eid.number) + 1, 'm', case)}"
    return f"{noun} {eid.number}{')' if eid.kind is Kind.POINT else ''}"


def _ordinal(number: int, gender: str, case: str) -> str:
    if number > len(_STEMS):
        raise UnspokenError
    soft = number == 3
    ending = _ENDINGS[gender].get(case, "ой" if gender == "f" else "ом")
    if soft:
        ending = {"ую": "ю", "ой": "ей", "ый": "ий", "ого": "его", "ым": "им", "ом": "ем"}[ending]
        return f"трет{ending}" if ending == "ий" else f"треть{ending}"
    if number in (2, 6, 7, 8) and ending == "ый":
        ending = "ой"
    return f"{_STEMS[number - 1]}{ending}"


def _closing(act: TrueAct, *, many: bool) -> str:
    own = [(number, change.rule) for number, change in enumerate(act.changes, 1) if change.rule != act.rule]
    general = f"Статья 2. Настоящий Закон вводится в действие {_rule(act.rule)}"
    if not own:
        return f"{general}."
    tail = "пункта 2 статьи 1" if many else "статьи 1"
    excepted = "; ".join(f"{number}) подпункта {place}) {tail} настоящего Закона, который вводится в действие {_rule(rule)}"
                         for number, (place, rule) in enumerate(own, 1))
    return f"{general}, за исключением:\n\n{excepted}."


def _rule(rule: OperationRule) -> str:
    if rule.kind is RuleKind.ON_DAY and rule.day:
        return f"с {_day(rule.day)}"
    if rule.kind is RuleKind.ON_PUBLICATION:
        return "со дня его первого официального опубликования"
    if rule.kind is RuleKind.AFTER_PUBLICATION:
        what = {1: "месяца"}.get(rule.months or 0, "месяцев") if rule.months else "календарных дней"
        since = "со дня" if rule.from_the_day else "после дня"
        return f"по истечении {rule.months or rule.days} {what} {since} его первого официального опубликования"
    raise UnspokenError


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year} года"
