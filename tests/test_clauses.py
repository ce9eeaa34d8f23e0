"""Commencement clauses as they stand behind an act, and the rules that they mean."""

import pytest

from lawgraph.languages.scanner import scan
from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.parsing.footnotes.clauses import read_clause

CLAUSES = """
eng | shall be enforced upon expiry of ten calendar days after its first official publication                         | 10 days
eng | shall be enforced ten calendar days after the day of its first official publication                             | 10 days
eng | shall be enforced upon expiry of ten calendar days after the day its first official publication                 | 10 days
eng | shall be enforced upon the expiration of thirty calendar days after the day of its first official publication   | 30 days
eng | shall enter into force upon expiry of twenty-one calendar days after the day of its first official publication  | 21 days
eng | shall enter into force upon expiry of sixty calendar days after the date of its first official publication      | 60 days
eng | shall be enforced upon expiry of ninety nine calendar days after its first official publication                 | 99 days
eng | shall be enforced after ten calendar days from the day of its official publication                              | 10 days from the day
eng | shall be enforced six months after the day of its first official publication                                    | 6 months
eng | shall be enforced upon expiry of 6 months from the date of its official publication                             | 6 months from the day
eng | shall be enforced upon expiry of one year after its first official publication                                  | 12 months
eng | effective from the date of its official publication                                                             | on publication
eng | shall be enforced from the day of its first official publication                                                | on publication
eng | shall be enforced after the day of its first official publication                                               | 0 days
eng | shall be enforced from the date of its signing                                                                  | from signing
eng | shall be enforced from 01.01.2016                                                                               | on 2016-01-01
eng | shall be enforced from July 1, 2013                                                                             | on 2013-07-01
eng | effective 01.07.2021                                                                                            | on 2021-07-01
eng | shall be enforced as of 01.07.2021                                                                              | on 2021-07-01
eng | shall come into effect from 1 January 2020                                                                      | on 2020-01-01
eng | Effective from the 1st January 1999                                                                             | on 1999-01-01
eng | Effective 20, May 2005                                                                                          | on 2005-05-20
eng | see Article 2 for the order of entry into force                                                                 | see Article 2
eng | order of enforcement see Article 2                                                                              | see Article 2
eng | the order of entry into force, see item 2 of article 27                                                         | see item 2 of article 27
eng | for the procedure of entry into force, see paragraph 3 of Article 41                                            | see paragraph 3 of Article 41
rus | вводится в действие по истечении десяти календарных дней после его первого официального опубликования           | 10 days
rus | вводится в действие по истечении 10 календарных дней после дня его первого официального опубликования           | 10 days
rus | вводится в действие по истечении двадцати одного календарного дня после дня его первого официального опубликования | 21 days
rus | вводится в действие по истечении тридцати календарных дней после дня его первого официального опубликования     | 30 days
rus | вводится в действие по истечении десяти календарных дней со дня его первого официального опубликования          | 10 days from the day
rus | вводится в действие по истечении трех месяцев после дня его первого официального опубликования                  | 3 months
rus | вводится в действие по истечении 6 месяцев со дня его официального опубликования                                | 6 months from the day
rus | вводится в действие со дня его первого официального опубликования                                               | on publication
rus | вводится в действие после дня его первого официального опубликования                                            | 0 days
rus | вводится в действие со дня его подписания                                                                       | from signing
rus | вводится в действие со дня принятия и подлежит официальному опубликованию                                        | from signing
rus | вводится в действие по истечении десяти дней со дня подписания                                                  | from signing 10 days from the day
rus | вводится в действие с 01.01.2015                                                                                | on 2015-01-01
rus | вводится в действие c 01.01.2015                                                                                | on 2015-01-01
rus | вводится с 01.01.2015                                                                                           | on 2015-01-01
rus | действует с 01.01.2015                                                                                          | on 2015-01-01
kaz | 01.01.2015 қолданысқа енгізіледі                                                                                | on 2015-01-01
rus | вводится в действие с 1 января 2002 г.                                                                          | on 2002-01-01
rus | порядок введения в действие см. ст. 2                                                                           | see ст. 2
rus | введение в действие см. статью 2                                                                                | see статью 2
rus | вводится в действие с 31.02.2015                                                                                | unstated
kaz | алғашқы ресми жарияланғанынан кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі                          | 10 days
kaz | алғашқы ресми жарияланған күнінен кейін күнтізбелік жиырма бір күн өткен соң қолданысқа енгізіледі              | 21 days
kaz | алғашқы ресми жарияланған күнінен кейін күнтізбелік алпыс күн өткен соң қолданысқа енгiзiледi                   | 60 days
kaz | алғашқы ресми жарияланған күнінен кейін алты ай өткен соң қолданысқа енгізіледі                                 | 6 months
kaz | алғашқы ресми жарияланған күнінен бастап үш ай өткен соң қолданысқа енгізіледі                                  | 3 months from the day
kaz | алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі                                                  | on publication
kaz | қол қойылған күнінен бастап қолданысқа енгізіледі                                                               | from signing
kaz | 01.01.2015 бастап қолданысқа енгізіледі                                                                         | on 2015-01-01
kaz | 2026 ж 1 қаңтардан бастап                                                                                       | on 2026-01-01
kaz | қолданысқа енгізілу тәртібін 2-баптан қараңыз                                                                   | see 2-баптан
"""
NO_RULES = """
eng | shall be enforced in the established manner
eng | see the old wording
rus | вводится в действие в установленном порядке
rus | вводится в действие со дня подписания договора
rus | см. стар. ред.
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _clauses(lang: str, printed: str) -> list[OperationRule]:
    return [read_clause(token, lang) for token in scan(f"({printed})", lang) if isinstance(token.meaning, RuleKind)]


def _words(rule: OperationRule) -> str:
    match rule.kind:
        case RuleKind.ON_PUBLICATION:
            return "on publication"
        case RuleKind.ON_DAY:
            return f"on {rule.day}"
        case RuleKind.SEE:
            return f"see {rule.reference}"
        case RuleKind.UNSTATED:
            return "unstated"
        case RuleKind.FROM_SIGNING if rule.days is None and rule.months is None:
            return "from signing"
        case _:
            count = "from signing " if rule.kind is RuleKind.FROM_SIGNING else ""
            count += f"{rule.months} months" if rule.months is not None else f"{rule.days} days"
            return f"{count} from the day" if rule.from_the_day else count


@pytest.mark.parametrize(("lang", "printed", "meant"), _rows(CLAUSES))
def test_a_clause_is_read_as_the_rule_that_it_means(lang: str, printed: str, meant: str) -> None:
    assert [_words(rule) for rule in _clauses(lang, printed)] == [meant]


@pytest.mark.parametrize(("lang", "printed"), _rows(NO_RULES))
def test_words_that_give_no_rule_are_not_guessed(lang: str, printed: str) -> None:
    assert _clauses(lang, printed) == []
