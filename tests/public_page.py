"""Write pages of an invented law the way the public system gives them."""

TITLES = {"rus": "О часах", "kaz": "Сағаттар туралы", "eng": "On clocks"}
REQUISITES = {"rus": "Закон Республики Казахстан от 1 марта 2012 года № 7-V.",
              "kaz": "Қазақстан Республикасының 2012 жылғы 1 наурыздағы № 7-V Заңы.",
              "eng": "The Law of the Republic of Kazakhstan dated 1 March, 2012 № 7-V."}
ARTICLES = {"rus": "<p><b><a name=\"z1\"></a>Статья 1. Понятия</b></p><p id=\"z2\">      Часы – прибор. {more}</p>",
            "kaz": "<p><b><a name=\"z1\"></a>1-бап. Ұғымдар</b></p><p id=\"z2\">      Сағат – аспап. {more}</p>",
            "eng": "<h3 id=\"z1\">Article 1. Terms</h3><p id=\"z2\">      A clock is a device. {more}</p>"}
HTML_LANGUAGES = {"rus": "ru", "kaz": "kk", "eng": "en"}
LAW = "Z1200000007"


def public_page(lang: str, more: str = "", law: str = LAW) -> str:
    """Return the page of the invented law on clocks in a language; `more` ends its one article."""
    return (f'<!DOCTYPE html>\n<html lang="{HTML_LANGUAGES[lang]}"><head><meta charset="utf-8"><title>{TITLES[lang]}</title>'
            f'</head>\n<body><div class="container_alpha slogan"><h1>{TITLES[lang]}</h1><span class="status status_upd">'
            f'upd</span><p>{REQUISITES[lang]}</p></div>\n<ul><li><a href="/{lang}/docs/{law}/info">info</a></li></ul>\n'
            f'<div class="container_gamma text text_upd"><div class="gs_12"><article>{ARTICLES[lang].format(more=more)}'
            '</article></div></div>\n<div class="container_omega aftertext"><p>adilet</p></div></body></html>\n')


LOGIN = ('<!DOCTYPE html>\n<html lang="ru"><head><title>Вход</title></head><body><form><input type="text" name="user">'
         '<input type="password" name="password"></form></body></html>\n')
