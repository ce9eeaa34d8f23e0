"""The two languages in which the legislature speaks: how each names units, verbs, days and laws in amending acts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.eid import Eid, Kind


class UnspokenError(Exception):
    """A change for which there is no form here."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """Hold how a language words amending acts; Kazakh names the larger unit first.

    `verbs` are templates of instructions: `{unit}` in the case that the verb takes, `{new}` in that of what is added. How
    words are `named` depends on what is done with them, and whether they are one, several, or digits.
    """

    lang: str
    nouns: Mapping[Kind, Mapping[str, str]]
    verbs: Mapping[str, str]
    ordinals: Sequence[str]
    months: Sequence[tuple[str, str]]
    named: Mapping[str, Mapping[str, str]]
    larger_first: bool = False

    def address(self, eid: Eid, case: str, state: Mapping[str, str], without: Eid | None = None) -> str:
        """Return a unit in a case, with what encloses it, but for a unit that a heading or a list has named."""
        units = [eid]
        while units[-1].parent is not None and units[-1].parent != without:
            units.append(Eid(str(units[-1].parent)))
        bare = without is None and len(units) == 1
        words = [self.unit(eid, case, state, alone=bare or (without is not None and len(units) == 1))]
        for place, above in enumerate(units[1:], 1):
            words.append(self.unit(above, "gen", state, alone=place == len(units) - 1))
        return " ".join(reversed(words) if self.larger_first else words)

    def unit(self, eid: Eid, case: str, state: Mapping[str, str], *, alone: bool) -> str:
        """Return a unit alone; Kazakh has other endings for one that belongs to another."""
        if eid.kind not in self.nouns:
            raise UnspokenError
        noun = self.nouns[eid.kind].get(case if alone or case == "ins" else f"own {case}") or self.nouns[eid.kind][case]
        if eid.kind in (Kind.ALINEA, Kind.INDENT):
            number = int(eid.number) + (eid.kind is Kind.INDENT)
            if eid.kind is Kind.INDENT and any(Eid(each).kind is Kind.POINT and Eid(each).parent == eid.parent for each in state):
                raise UnspokenError
            counted = self.ordinal(number, "f" if eid.kind is Kind.ALINEA else "m", case)
            return f"{counted} {noun}" if self.larger_first else f"{noun} {counted}"
        number_word = f"{eid.number}{')' if eid.kind is Kind.POINT else ''}"
        if self.larger_first:
            return f"{number_word}{' ' if eid.kind is Kind.POINT else '-'}{noun}"
        return f"{noun} {number_word}"

    def first_paragraph(self, address: str, case: str) -> str:
        """Return the first paragraph of a unit."""
        noun, counted = self.nouns[Kind.INDENT], self.ordinal(1, "m", case)
        return f"{address} {counted} {noun[f'own {case}']}" if self.larger_first else f"{noun[case]} {counted} {address}"

    def ordinal(self, number: int, gender: str, case: str) -> str:
        """Return a number as a word that counts."""
        if number > len(self.ordinals):
            raise UnspokenError
        if self.larger_first:
            return self.ordinals[number - 1]
        ending = _ENDINGS[gender].get(case, "ой" if gender == "f" else "ом")
        if gender == "n" and case == "acc":
            return f"{self.ordinals[number - 1]}{'е' if number == 3 else 'ое'}"
        if number == 3:
            ending = {"ую": "ю", "ой": "ей", "ый": "ий", "ого": "его", "ым": "им", "ом": "ем"}[ending]
            return f"трет{ending}" if ending == "ий" else f"треть{ending}"
        if number in (2, 6, 7, 8) and ending == "ый":
            ending = "ой"
        return f"{self.ordinals[number - 1]}{ending}"

    def day(self, day: date) -> str:
        """Return a day."""
        month, _ = self.months[day.month - 1]
        return f"{day.year} жылғы {day.day} {month}" if self.larger_first else f"{day.day} {month} {day.year} года"

    def until(self, day: date) -> str:
        """Return a day as it stands before "until"."""
        return _UNTIL.sub(lambda ending: "ке" if ending[0] == "тен" else f"ғ{ending[0][1]}" if ending[0][1] == "а" else "ге",
                          self.day(day)) if self.larger_first else self.day(day)

    def of_day(self, day: date) -> str:
        """Return the day of adoption, as it stands with the name of a law."""
        _, month = self.months[day.month - 1]
        return f"{day.year} жылғы {day.day} {month}" if self.larger_first else f"{day.day} {month} {day.year} года"

    def rule(self, rule: OperationRule) -> str:
        """Return a rule of commencement."""
        if rule.kind is RuleKind.ON_DAY and rule.day:
            return f"{self.day(rule.day)} бастап" if self.larger_first else f"с {self.day(rule.day)}"
        if rule.kind is RuleKind.ON_PUBLICATION:
            return self.verbs["on publication"]
        if rule.kind is RuleKind.AFTER_PUBLICATION:
            form = f"after {'months' if rule.months else 'days'}{' from' if rule.from_the_day else ''}"
            return self.verbs[form].format(count=rule.months or rule.days)
        raise UnspokenError

    def heading(self, eid: Eid) -> str:
        """Return how an article or a chapter shows its number before its heading."""
        word = self.verbs["chapter" if eid.kind is Kind.CHAPTER else "article"]
        return f"{eid.number}-{word}." if self.larger_first else f"{word} {eid.number}."


_UNTIL = re.compile("(?:дан|нан|ден|тен)$")
_ENDINGS = {"f": {"acc": "ую", "gen": "ой", "ins": "ой"}, "m": {"acc": "ый", "gen": "ого", "ins": "ым"},
            "n": {"gen": "ого", "ins": "ым"}}


def _russian(acc: str, gen: str, ins: str, pre: str) -> Mapping[str, str]:
    return {"acc": acc, "gen": gen, "ins": ins, "pre": pre}


def _kazakh(bare: str, gen: str, pre: str, ins: str, *own: str) -> Mapping[str, str]:
    return {"acc": bare, "gen": gen, "pre": pre, "ins": ins, **{f"own {case}": each for case, each in zip(("acc", "gen", "pre"), own, strict=True)}}


RUSSIAN = Tongue(
    "rus",
    {Kind.ARTICLE: _russian("статью", "статьи", "статьей", "статье"), Kind.PARAGRAPH: _russian("пункт", "пункта", "пунктом", "пункте"),
     Kind.POINT: _russian("подпункт", "подпункта", "подпунктом", "подпункте"), Kind.ALINEA: _russian("часть", "части", "частью", "части"),
     Kind.INDENT: _russian("абзац", "абзаца", "абзацем", "абзаце"), Kind.CHAPTER: _russian("главу", "главы", "главой", "главе")},
    {"strike": "{unit} исключить", "restate": "{unit} изложить в следующей редакции:", "insert": "{unit} дополнить {new} следующего содержания:",
     "insert at law": "дополнить {new} следующего содержания:", "insert here": "дополнить {new} следующего содержания:",
     "replace": "в {unit} слова «{old}» заменить словами «{put}»", "throughout": "по всему тексту слова «{old}» заменить словами «{put}»",
     "words in": "в {unit} {edits}", "words of": "{unit} {edits}", "edit replace": "{noun} {old} заменить {nouns} {put}",
     "edit strike": "{noun} {old} исключить", "edit put": "после {noun} {old} дополнить {nouns} {put}", "edit append": "дополнить {nouns} {put}",
     "sentence new": "{unit} дополнить предложением {nth} следующего содержания:", "sentence gone": "предложение {nth} {unit} исключить",
     "throughout unit": "по всему тексту {unit} {edits}", "in heading of": "заголовке {unit}",
     "in": "в {unit}:", "heading of": "заголовок {unit}", "of chapter": "главы {number}", "heading": "заголовок", "preamble": "преамбулу",
     "article": "Статья", "chapter": "Глава", "and": "{one} и {other}", "on publication": "со дня его первого официального опубликования",
     "after days": "по истечении {count} календарных дней после дня его первого официального опубликования",
     "after days from": "по истечении {count} календарных дней со дня его первого официального опубликования",
     "after months": "по истечении {count} месяцев после дня его первого официального опубликования",
     "after months from": "по истечении {count} месяцев со дня его первого официального опубликования",
     "title": "О внесении изменений и дополнений",
     "many": "Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n1. В Закон Республики Казахстан "
             "от 1 февраля 1999 года «О весах»:\n\n1) статью 7 исключить.\n\n2. В Закон Республики Казахстан от {day} «{law}»:",
     "one": "Статья 1. Внести в Закон Республики Казахстан от {day} «{law}» следующие изменения и дополнения:",
     "start": "Статья 2. Настоящий Закон вводится в действие {rule}.",
     "start but": "Статья 2. Настоящий Закон вводится в действие {rule}, за исключением:\n\n{parts}.",
     "part": "{unit}, который вводится в действие {rule}", "step": "подпункта {step}) {item}", "item": "пункта 2 статьи 1 настоящего Закона",
     "no item": "статьи 1 настоящего Закона", "paragraphs": "абзацев {these} подпункта {step}) {item}",
     "steps last": "Подпункт {step}) {item} действует", "paragraphs last": "Абзацы {these} подпункта {step}) {item} действуют",
     "span": "Статья {number}. {part} с {since} до {until}.",
     "interim": "Статья {number}. Приостановить до {until} действие {part}, установив, что в период приостановления {unit} действует "
                "в следующей редакции:\n\n{payload}.", "this": "данный абзац",
     "on act": "В Закон Республики Казахстан от {day} «{law}»:", "step of act": "подпункт {step}) пункта 2 статьи 1",
     "step of only": "подпункт {step}) статьи 1", "paragraphs of act": "абзацы {these} подпункта {step}) пункта 2 статьи 1",
     "paragraphs of only": "абзацы {these} подпункта {step}) статьи 1"},
    ("перв", "втор", "треть", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    tuple((each, each) for each in (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")),
    {"searched": {"word": "слово", "words": "слова", "digits": "цифры"}, "put": {"word": "словом", "words": "словами", "digits": "цифрами"},
     "after": {"word": "слова", "words": "слов", "digits": "цифр"}})
KAZAKH = Tongue(
    "kaz",
    {Kind.ARTICLE: _kazakh("бап", "баптың", "бапта", "баппен", "бабы", "бабының", "бабында"),
     Kind.PARAGRAPH: _kazakh("тармақ", "тармақтың", "тармақта", "тармақпен", "тармағы", "тармағының", "тармағында"),
     Kind.POINT: _kazakh("тармақша", "тармақшаның", "тармақшада", "тармақшамен", "тармақшасы", "тармақшасының", "тармақшасында"),
     Kind.ALINEA: _kazakh("бөлік", "бөліктің", "бөлікте", "бөлікпен", "бөлігі", "бөлігінің", "бөлігінде"),
     Kind.INDENT: _kazakh("абзац", "абзацтың", "абзацта", "абзацпен", "абзацы", "абзацының", "абзацында"),
     Kind.CHAPTER: _kazakh("тарау", "тараудың", "тарауда", "тараумен", "тарауы", "тарауының", "тарауында")},
    {"strike": "{unit} алып тасталсын", "restate": "{unit} мынадай редакцияда жазылсын:", "insert": "{unit} мынадай мазмұндағы {new} толықтырылсын:",
     "insert at law": "мынадай мазмұндағы {new} толықтырылсын:", "insert here": "мынадай мазмұндағы {new} толықтырылсын:",
     "replace": "{unit} «{old}» деген сөздер «{put}» деген сөздермен ауыстырылсын",
     "throughout": "бүкіл мәтін бойынша «{old}» деген сөздер «{put}» деген сөздермен ауыстырылсын",
     "words in": "{unit} {edits}", "words of": "{unit} {edits}", "edit replace": "{old} деген {noun} {put} деген {nouns} ауыстырылсын",
     "edit strike": "{old} деген {noun} алып тасталсын", "edit put": "{old} деген {noun} кейін {put} деген {nouns} толықтырылсын",
     "edit append": "{put} деген {nouns} толықтырылсын", "sentence new": "{unit} мынадай мазмұндағы {nth} сөйлеммен толықтырылсын:",
     "sentence gone": "{unit} {nth} сөйлемі алып тасталсын", "throughout unit": "{unit} бүкіл мәтіні бойынша {edits}",
     "in heading of": "{unit} тақырыбында", "in": "{unit}:", "heading of": "{unit} тақырыбы", "of chapter": "{number}-тараудың", "heading": "тақырып", "preamble": "кіріспе",
     "article": "бап", "chapter": "тарау", "and": "{one} және {other}", "on publication": "алғашқы ресми жарияланған күнінен бастап",
     "after days": "алғашқы ресми жарияланған күнінен кейін күнтізбелік {count} күн өткен соң",
     "after days from": "алғашқы ресми жарияланған күнінен бастап күнтізбелік {count} күн өткен соң",
     "after months": "алғашқы ресми жарияланған күнінен кейін {count} ай өткен соң",
     "after months from": "алғашқы ресми жарияланған күнінен бастап {count} ай өткен соң",
     "title": "Өзгерістер мен толықтырулар енгізу туралы",
     "many": "1-бап. Қазақстан Республикасының мына заңнамалық актілеріне өзгерістер мен толықтырулар енгізілсін:\n\n1. «Таразы туралы» 1999 жылғы "
             "1 ақпандағы Қазақстан Республикасының Заңына:\n\n1) 7-бап алып тасталсын.\n\n2. «{law}» {day} Қазақстан Республикасының Заңына:",
     "one": "1-бап. «{law}» {day} Қазақстан Республикасының Заңына мынадай өзгерістер мен толықтырулар енгізілсін:",
     "start": "2-бап. Осы Заң {rule} қолданысқа енгізіледі.",
     "start but": "2-бап. Осы Заң:\n\n{parts} қоспағанда, {rule} қолданысқа енгізіледі.",
     "part": "{rule} қолданысқа енгізілетін {unit}", "step": "{item} {step}) тармақшасын", "item": "1-баптың 2-тармағының", "no item": "1-баптың",
     "paragraphs": "{item} {step}) тармақшасының {these} абзацтарын",
     "steps last": "Осы Заңның {item} {step}) тармақшасы", "paragraphs last": "Осы Заңның {item} {step}) тармақшасының {these} абзацтары",
     "span": "{number}-бап. {part} {since} бастап {until} дейін қолданылады.",
     "interim": "{number}-бап. {until} дейін осы Заңның {part} қолданысы тоқтатыла тұрсын, тоқтатыла тұрған кезеңде {unit} мынадай редакцияда "
                "қолданылады деп белгіленсін:\n\n{payload}.", "this": "осы абзац",
     "on act": "«{law}» {day} Қазақстан Республикасының Заңына:", "step of act": "1-баптың 2-тармағының {step}) тармақшасы",
     "step of only": "1-баптың {step}) тармақшасы", "paragraphs of act": "1-баптың 2-тармағының {step}) тармақшасының {these} абзацтары",
     "paragraphs of only": "1-баптың {step}) тармақшасының {these} абзацтары"},
    ("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы", "оныншы"),
    (("қаңтардан", "қаңтардағы"), ("ақпаннан", "ақпандағы"), ("наурыздан", "наурыздағы"), ("сәуірден", "сәуірдегі"), ("мамырдан", "мамырдағы"),
     ("маусымнан", "маусымдағы"), ("шілдеден", "шілдедегі"), ("тамыздан", "тамыздағы"), ("қыркүйектен", "қыркүйектегі"), ("қазаннан", "қазандағы"),
     ("қарашадан", "қарашадағы"), ("желтоқсаннан", "желтоқсандағы")),
    {"searched": {"word": "сөз", "words": "сөздер", "digits": "цифрлар"}, "put": {"word": "сөзбен", "words": "сөздермен", "digits": "цифрлармен"},
     "after": {"word": "сөзден", "words": "сөздерден", "digits": "цифрлардан"}}, larger_first=True)
