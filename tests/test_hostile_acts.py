"""Hostile acts: drafts, acts on other laws, quotations that never close, steps that contradict each other, moving starts.

Each is held beside the first edition of the law on sundials. What it says of some provisions on a day after it is listed: a
text that may be attested, that it is not there, or that nothing sure may be said. Nothing else may be said for sure.
"""

from dataclasses import replace
from datetime import date

import pytest

from lawgraph.evidence.sources import HeldAct
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.versions import Presence, Wording
from lawgraph.reading.plain import read_plain
from lawgraph.replay.acts import read_act
from lawgraph.replay.naming import items_on
from legislature import Feature
from oracle import SPOKEN, faults, rare_shelf, rare_world, trials
from own_words import NAMED, life, on, sundials

ADOPTED, DAY = date(2014, 6, 1), "2016-06-01"
HEAD = "О внесении изменений\n\nСтатья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n"
TARGET = "5. В Закон Республики Казахстан от 3 марта 2011 года «О солнечных часах»:\n\n"
END = "\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n"
UNSURE = "unsure"
Allowed = tuple[str | None, ...]


def act(body: str, target: str = TARGET, end: str = END) -> str:
    return HEAD + target + body + end


CASES: dict[str, tuple[str, dict[str, Allowed]]] = {
    "draft": (
        act("1) статью 5 исключить.").replace("О внесении", "Проект\n\nО внесении"),
        {"art_5": (UNSURE,)}),
    "other law same day": (
        act("1) статью 5 исключить.", target="5. В Закон Республики Казахстан от 3 марта 2011 года «О песочных часах»:\n\n"),
        {}),
    "other day": (
        act("1) статью 5 исключить.", target="5. В Закон Республики Казахстан от 4 марта 2011 года «О солнечных часах»:\n\n"),
        {}),
    "never closes": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Кто погнул.\n\n2) статью 3 исключить."),
        {"art_5__para_1": (UNSURE,), "art_3": (UNSURE,)}),
    "nested quote shared": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Кто погнул гномон «Луч».;\n\n2) подпункт 3) статьи 3 исключить."),
        {"art_5__para_1": ("Кто погнул гномон «Луч».", "Кто погнул гномон «Луч»", UNSURE,), "art_3__point_3": (None, UNSURE,)}),
    "straight quotes nested": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n\"1. Кто погнул \"гномон\", платит.\";\n\n2) подпункт 3) статьи 3 исключить."),
        {"art_5__para_1": ("Кто погнул \"гномон\", платит.", UNSURE,), "art_3__point_3": (None, UNSURE,)}),
    "payload holds an instruction": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. В договоре пишут:\n\n1) статью 3 исключить;\n\n2) платить.»."),
        {"art_3": ("Часовщик:", UNSURE,), "art_5__para_1__point_1": ("статью 3 исключить;", UNSURE,)}),
    "contradict exclude+restate": (
        act("1) пункт 1 статьи 5 исключить;\n\n2) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.»."),
        {"art_5__para_1": (UNSURE,)}),
    "two restate one": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Один.»;\n\n2) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Два.»."),
        {"art_5__para_1": (UNSURE,)}),
    "two items on one law": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Один.».\n\n6. В Закон Республики Казахстан от 3 марта 2011 года «О солнечных часах»:\n\n1) пункт 1 статьи 5 исключить."),
        {"art_5__para_1": (UNSURE,)}),
    "insert full": (
        act("1) статью 5 дополнить пунктом 2 следующего содержания:\n\n«2. Иной.»."),
        {"art_5__para_2": (UNSURE,)}),
    "exclude absent": (
        act("1) статью 55 исключить."),
        {"art_5__para_1": (UNSURE,)}),
    "words twice": (
        act("1) в статье 4 слово «рогожей» заменить словом «сеном»; слово «снег» заменить словом «лед»."),
        {"art_4": ("Зимой часы накрывают сеном.", UNSURE,)}),
    "word absent": (
        act("1) в пункте 1 статьи 5 слово «компас» заменить словом «руль»."),
        {"art_5__para_1": (UNSURE,)}),
    "word inflected": (
        act("1) в пункте 2 статьи 5 слово «деление» заменить словом «знак»."),
        {"art_5__para_2": (UNSURE,)}),
    "wrong number payload": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«2. Чужой.»."),
        {"art_5__para_1": (UNSURE,)}),
    "more payload than named": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Первый.\n\n2. Второй.»."),
        {"art_5__para_1": (UNSURE,), "art_5__para_2": (UNSURE,)}),
    "fewer payload": (
        act("1) пункты 1 и 2 статьи 5 изложить в следующей редакции:\n\n«1. Первый.»."),
        {"art_5__para_1": (UNSURE,), "art_5__para_2": (UNSURE,)}),
    "move": (
        act("1) пункт 1 статьи 5 переставить в конец."),
        {"art_5__para_1": (UNSURE,)}),
    "renumber": (
        act("1) пункты 1 и 2 статьи 5 считать соответственно пунктами 2 и 3."),
        {"art_5__para_1": (UNSURE,), "art_5__para_2": (UNSURE,)}),
    "not exclude": (
        act("1) пункт 1 статьи 5 не исключать."),
        {"art_5__para_1": (UNSURE,)}),
    "conditional": (
        act("1) в случае принятия иного закона пункт 1 статьи 5 исключить."),
        {"art_5__para_1": (UNSURE,)}),
    "for a time": (
        act("1) пункт 1 статьи 5 исключить до 1 января 2016 года."),
        {"art_5__para_1": (UNSURE,)}),
    "suspend": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.».", end="\n\nСтатья 2. Приостановить до 1 января 2018 года действие подпункта 1) пункта 5 статьи 1 настоящего Закона, установив, что в период приостановления данный подпункт действует в следующей редакции:\n\n«1. Временный.».\n\nСтатья 3. Настоящий Закон вводится в действие с 1 января 2015 года.\n"),
        {"art_5__para_1": ("Временный.", UNSURE)}),
    "suspend a step": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.».", end="\n\nСтатья 2. Приостановить до 1 января 2018 года действие подпункта 1) пункта 5 статьи 1 настоящего Закона, установив, что в период приостановления данный подпункт действует в следующей редакции:\n\n«1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Временный.».».\n\nСтатья 3. Настоящий Закон вводится в действие с 1 января 2015 года.\n"),
        {"art_5__para_1": (UNSURE,)}),
    "sunset": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.».", end="\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n\nПодпункт 1) пункта 5 статьи 1 настоящего Закона действует до 1 января 2016 года.\n"),
        {"art_5__para_1": (UNSURE,)}),
    "sunset2": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.».", end="\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года и действует до 1 января 2016 года.\n"),
        {"art_5__para_1": (UNSURE,)}),
    "no commencement": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.».", end=""),
        {"art_5__para_1": (UNSURE,)}),
    "transitional": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Новый.».", end="\n\nСтатья 2. Установить, что пункт 1 статьи 5 Закона «О солнечных часах» применяется с 1 января 2019 года.\n\nСтатья 3. Настоящий Закон вводится в действие с 1 января 2015 года.\n"),
        {"art_5__para_1": (UNSURE,)}),
    "start by another law": (
        act("1) пункт 1 статьи 5 исключить.", end="\n\nСтатья 2. Настоящий Закон вводится в действие со дня введения в действие Закона «О времени».\n"),
        {"art_5__para_1": (UNSURE,)}),
    "start except part": (
        act("1) пункт 1 статьи 5 исключить;\n\n2) подпункт 3) статьи 3 исключить.", end="\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года, за исключением подпункта 1) пункта 5 статьи 1, который вводится в действие с 1 января 2030 года.\n"),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,), "art_3__point_3": (None, UNSURE,)}),
    "start except unread": (
        act("1) пункт 1 статьи 5 исключить.", end="\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года, кроме нормы о гномоне, вступающей в силу позднее.\n"),
        {"art_5__para_1": (UNSURE,)}),
    "concerning": (
        act("1) статью 5 исключить.", end="\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года, за исключением подпункта 1) пункта 5 статьи 1 в части, касающейся пункта 2, который вводится в действие с 1 января 2030 года.\n"),
        {"art_5__para_2": (UNSURE,), "art_5": (UNSURE,)}),
    "footnoted": (
        act("1) пункт 1 статьи 5 исключить.", end="\n\nСноска. Статья 1 с изменениями, внесенными Законом РК от 01.12.2014 № 999-V.\n\nСтатья 2. Настоящий Закон вводится в действие с 1 января 2015 года.\n"),
        {"art_5__para_1": (UNSURE,)}),
    "omitted": (
        act("1) пункт 1 статьи 5 исключить;\n\n[…]\n\n3) статью 6 исключить."),
        {"art_5__para_2": (UNSURE,)}),
    "gap in steps": (
        act("1) пункт 1 статьи 5 исключить;\n\n3) статью 6 исключить."),
        {"art_5__para_2": (UNSURE,)}),
    "glued": (
        act("1) пункт 1статьи 5 исключить."),
        {"art_5__para_1": (None, UNSURE,)}),
    "unit of another law": (
        act("1) пункт 1 статьи 5 Закона «О песочных часах» исключить."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "table": (
        act("1) приложение 1 изложить в редакции согласно приложению к настоящему Закону."),
        {"art_5__para_1": (UNSURE,)}),
    "kazakh only": (
        act("1) в пункт 1 статьи 5 внесены изменения на казахском языке, текст на русском языке не изменяется."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "heading swallow": (
        act("1) в статье 5:\n\nпункт 1 исключить;\n\nстатью 3 дополнить подпунктом 5) следующего содержания:\n\n«5) моет.»;\n\nпункт 2 исключить."),
        {"art_5__para_2": (UNSURE,)}),
    "indent in part": (
        act("1) часть вторую статьи 4 исключить;\n\n2) часть третью статьи 4 изложить в следующей редакции:\n\n«Снимают весной.»."),
        {"art_4__al_2": ("Снимают весной.", UNSURE,), "art_4__al_3": (None, UNSURE,)}),
    "restate then inner": (
        act("1) статью 3 изложить в следующей редакции:\n\n«Статья 3. Новая\n\nЧасовщик:\n\n1) спит.»;\n\n2) подпункт 1) статьи 3 исключить."),
        {"art_3__point_1": (UNSURE,)}),
    "exclude words of end": (
        act("1) в пункте 2 статьи 5 слова «белой краской» исключить."),
        {"art_5__para_2": ("Кто стер деления, красит их заново.", UNSURE,)}),
    "append to list": (
        act("1) статью 3 дополнить словами «и поет»."),
        {"art_3": (UNSURE,), "art_3__point_4": (UNSURE,)}),
    "sentence": (
        act("1) пункт 1 статьи 5 дополнить предложением вторым следующего содержания:\n\n«Он платит.»."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам. Он платит.", UNSURE,)}),
    "article lost with law": (
        "О признании утратившим силу\n\nСтатья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:\n\n" + TARGET + "1) признать Закон утратившим силу." + END,
        {"art_5__para_1": (UNSURE,)}),
    "range": (
        act("1) пункты 1 – 3 статьи 2 исключить."),
        {"art_2__para_1": (None, UNSURE,), "art_2__para_2": (None, UNSURE,)}),
    "both quotes marks": (
        act("1) в пункте 2 статьи 5 слова «белой краской» и «заново» исключить."),
        {"art_5__para_2": ("Кто стер деления, красит их.", UNSURE,)}),
    "unicode dash number": (
        act("1) дополнить статьей 4‑1 следующего содержания:\n\n«Статья 4‑1. Осмотр\n\nСмотрят.»."),
        {}),
    "restated chapter": (
        act("1) главу 2 изложить в следующей редакции:\n\n«Глава 2. Уход\n\nСтатья 3. Долг\n\nЧистить.»."),
        {"art_4": (None, UNSURE,), "art_3": ("Чистить.", UNSURE,), "art_3__point_1": (None, UNSURE,)}),
    "excluded and brought again": (
        act("1) пункт 2 статьи 5 исключить;\n\n2) статью 5 дополнить пунктом 2 следующего содержания:\n\n«2. Новый.»."),
        {"art_5__para_2": ("Новый.", UNSURE,)}),
    "words of its own new wording": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Кто погнул гномон, платит.»;\n\n2) в пункте 1 статьи 5 слово «платит» заменить словом «поет»."),
        {"art_5__para_1": ("Кто погнул гномон, поет.", UNSURE,)}),
    "words of its own new wording, from the article": (
        act("1) пункт 1 статьи 5 изложить в следующей редакции:\n\n«1. Кто погнул гномон, платит.»;\n\n2) в статье 5 слово «платит» заменить словом «поет»."),
        {"art_5__para_1": ("Кто погнул гномон, поет.", UNSURE,)}),
    "paragraph of its own new article": (
        act("1) статью 5 изложить в следующей редакции:\n\n«Статья 5. Порча\n\n1. Раз.\n\n2. Два.\n\n3. Три.»;\n\n2) пункт 3 статьи 5 исключить."),
        {"art_5__para_3": (None, UNSURE,), "art_5__para_1": ("Раз.", UNSURE,)}),
    "paragraph that it brings itself": (
        act("1) статью 5 дополнить пунктом 3 следующего содержания:\n\n«3. Три слова.»;\n\n2) в пункте 3 статьи 5 слово «слова» заменить словом «дела»."),
        {"art_5__para_3": ("Три дела.", UNSURE,)}),
    "point for a list that it ends": (
        act("1) пункт 2 статьи 2 изложить в следующей редакции:\n\n«2. Часы не ставят.»;\n\n2) пункт 2 статьи 2 дополнить подпунктом 3) следующего содержания:\n\n«3) на горе.»."),
        {"art_2__para_2__point_3": ("на горе.", UNSURE,)}),
    "item on what is no law": (
        act("1) подпункт 1) статьи 3 исключить.\n\n6. В Правила ухода за часами:\n\n1) статью 5 исключить;\n\n2) статью 4 исключить."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,), "art_4__al_2": ("Снег с рогожи сметает дворник.", UNSURE,)}),
    "item on a law without a day": (
        act("1) подпункт 1) статьи 3 исключить.\n\n6. Закон Республики Казахстан «О песочных часах»:\n\nпункт 1 статьи 5 исключить."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "steps that begin again": (
        act("1) подпункт 1) статьи 3 исключить;\n\n2) подпункт 2) статьи 3 исключить.\n\nВ Правила ухода за часами:\n\n1) статью 5 исключить."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "a second law behind one without steps": (
        act("подпункт 1) статьи 3 исключить.\n\nВ Правила ухода за часами:\n\n1) статью 5 исключить."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "a shared mark in the middle": (
        act("1) пункт 2 статьи 2 изложить в следующей редакции:\n\n«2. Не ставят:\n\n1) на «Луче»;\n\n2) пункт 1 статьи 5 исключить;\n\n3) на воде.»."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,), "art_2__para_2": ("Не ставят:", UNSURE,), "art_2__para_2__point_3": ("на воде.", UNSURE,)}),
    "a wording without any mark": (
        act("1) пункт 2 статьи 2 изложить в следующей редакции:\n\n2. Не ставят:\n\n1) на «Луче»;\n\n2) пункт 1 статьи 5 исключить."),
        {"art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,), "art_2__para_2__point_2": ("пункт 1 статьи 5 исключить.", UNSURE,)}),
    "not before a day": (
        act("1) пункт 2 статьи 5 исключить.", end=END.replace("года.", "года, но не ранее 1 января 2018 года.")),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой краской.", UNSURE,)}),
    "the start of another law": (
        act("1) пункт 2 статьи 5 исключить.", end="\n\nСтатья 2. Закон «О песочных часах» вводится в действие с 1 января 2015 года.\n"),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой краской.", UNSURE,)}),
    "a day of a step that is not there": (
        act("1) пункт 1 статьи 5 исключить;\n\n2) пункт 2 статьи 5 исключить.", end=END.replace(
            "года.", "года, за исключением подпункта 3) пункта 5 статьи 1, который вводится в действие с 1 января 2018 года.")),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой краской.", UNSURE,), "art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "a glued verb in a list of exceptions": (
        act("1) пункт 1 статьи 5 исключить;\n\n2) пункт 2 статьи 5 исключить.", end=END.replace(
            "года.", "года, за исключением:\n\n1) подпункта 1) пункта 5 статьи 1, который вводится в действие с 1 января 2018 года;\n\n"
            "2) подпункта 2) пункта 5 статьи 1, который вводится вдействие с 1 января 2018 года.")),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой краской.", UNSURE,), "art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "a part that a day leads in": (
        act("1) пункт 1 статьи 5 исключить;\n\n2) пункт 2 статьи 5 исключить.", end=END.replace(
            "года.", "года, за исключением подпункта 1) пункта 5 статьи 1, который вводится в действие с 1 января 2018 года, "
            "а также подпункта 2) пункта 5 статьи 1 – с 1 июня 2018 года.")),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой краской.", UNSURE,), "art_5__para_1": ("Кто погнул гномон, выправляет его сам.", UNSURE,)}),
    "a heading of another number": (
        act("1) заголовок статьи 5 изложить в следующей редакции:\n\n«Статья 4. Зима»."),
        {"art_5__heading": (UNSURE,), "art_4__heading": ("Зима", "Зимний уход", UNSURE,)}),
    "a sentence behind a list": (
        act("1) часть первую пункта 2 статьи 2 дополнить предложением следующего содержания:\n\n«Так надо.»."),
        {"art_2__para_2": ("Часы не ставят:", UNSURE,)}),
    "letters that are folded": (
        act("1) в пункте 2 статьи 5 слово «краской» заменить словом «чернилами из ёлки»."),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой чернилами из ёлки.", UNSURE,)}),
    "a quotation that is cut, beside another edit": (
        act("1) в пункте 1 статьи 5 слова «погнул гномон» заменить словами «погнул гномон «Луч, слово «сам» заменить словом «один»»."),
        {"art_5__para_1": (UNSURE,)}),
    "two paragraphs where one part is named": (
        act("1) статью 4 дополнить частью четвертой следующего содержания:\n\n«Весной часы моют.\n\nМоют их дважды.»."),
        {"art_4__al_4": (UNSURE,), "art_4__al_4__al_2": (UNSURE,)}),
    "a part that is worded anew as two": (
        act("1) часть вторую статьи 4 изложить в следующей редакции:\n\n«Весной часы моют.\n\nМоют их дважды.»."),
        {"art_4__al_2": (UNSURE,), "art_4__al_2__al_2": (UNSURE,)}),
    "an end mark with the words": (
        act("1) пункт 2 статьи 5 дополнить словами «и синей.»."),
        {"art_5__para_2": ("Кто стер деления, красит их заново белой краской и синей.", UNSURE,)}),
}


def held(text: str) -> tuple[HeldAct, ...]:
    """Return the act as a build holds it: one with two items on a law is not told what either does."""
    read = read_act(read_plain(text), "rus")
    items = items_on(read, NAMED)
    first = items[:1] if len(items) < 2 else (replace(items[0], residue=(items[0].span,)),)
    return tuple(HeldAct(Act("999-V", ADOPTED, ActKind.LAW), read, item, "corpus/999-V/rus.txt", ADOPTED) for item in first)


def may_be_said(said: tuple[Presence, Wording | None, str | None], allowed: Allowed) -> bool:
    presence, wording, text = said
    if presence is Presence.NO:
        return None in allowed
    if (presence, wording) != (Presence.YES, Wording.ATTESTED):
        return True
    return any(each and "".join(each.split()).rstrip(".;") == "".join((text or "").split()).rstrip(".;") for each in allowed)


@pytest.mark.parametrize(("seed", "speak"), SPOKEN)
def test_no_act_that_was_once_misread_makes_a_wrong_answer_sure(seed: int, speak: Feature) -> None:
    for found in trials(seed, rare_world(seed, speak), rare_shelf(seed, speak)):
        for fault in faults(found):
            pytest.fail(found.told(fault))


@pytest.mark.parametrize("name", CASES)
def test_no_hostile_act_makes_anything_false_sure(name: str) -> None:
    text, allowed = CASES[name]
    acts = held(text)
    assert acts or not allowed
    history = life(replace(sundials([]), acts=acts))
    for eid, these in allowed.items():
        if eid not in {each.unit.eid for each in history.timelines}:
            continue  # nothing at all is said of it
        version = on(history, eid, DAY)
        assert may_be_said((version.in_operation, version.wording, version.text), these), (eid, version)
