// Searches the pages of this site with Pagefind, which lies beside them. Words found are marked by building nodes, never by
// writing markup.
//
// Laws are indexed in groups, and Pagefind keeps an index for each language of texts in a group. All of them are searched,
// and what is found is shown in the language in which the reader reads these pages.

const LONGEST = 200;
const MOST = 60;
const AT_ONCE = 10;
const SIGNS = { yes: "●", perhaps: "◔", no: "–", replaced: "⇄" };
const GRADES = { yes: "held", perhaps: "uncertain" };
const asked = new URLSearchParams(location.search);
const results = document.getElementById("results");
const form = document.getElementById("sought");
const root = new URL("..", import.meta.url);
const words = (asked.get("q") ?? "").slice(0, LONGEST);
const OWN = { en: "eng", ru: "rus", kk: "kaz" };
const SCRIPTS = [[/бап|тарма|кіріспе/iu, "kaz"], [/\p{Script=Cyrillic}{2}/u, "rus"], [/[a-z]{3}/i, "eng"]];
const typedIn = SCRIPTS.find(([signs]) => signs.test(words))?.[1];
const shownIn = OWN[document.documentElement.lang];
const spoken = location.pathname.slice(root.pathname.length).match(/^(?:ru|kk)\//)?.[0] ?? "";

// A day beside a place, as people write it in any of the languages; the page tells the months.
const DAY = /(?:^|\s)(?:(?:on|as on|на)\s+)?(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{1,2})\s+(\p{L}+)\s+(\d{4})|(\d{4})\s+жыл\p{L}*\s+(\d{1,2})\s+(\p{L}+))(?:\s*(?:года|г\.?))?(?![\p{L}\p{N}])/iu;

const UNITS = /(?<![\p{L}\p{N}])(?:art(?:icle)?|par(?:a|agraph)?|points?|subpoints?|ст(?:атья|атьи|атье)?|п(?:ункт|ункта|ункте)?|пп|подпункт[ае]?|бап(?:тың|тын|ы)?|тарма[қкғг](?:тың|тын|ша|шаның|ы|шасы)?|of|the)(?![\p{L}\p{N}])/giu;
const INNER_FIRST = /^\W*(?:sub)?point|^\W*par|^\W*(?:п|пп|пункт|подпункт)[\s.]/iu;
const NUMBER = /\d+(?:-\d+)*/g;
const ACT = /^\s*(?:(?:№|no?\.?|law|act|code|order|закона?|кодекса?|приказа?|заңы?)\s*)*(\d+(?:-[ivxlcdmі]+)?)\s*(?:зрк|қрз)?\s*$/iu;
const PREAMBLE = ["preamble", "преамбула", "преамбулы", "кіріспе"];
const LIKE_AN_ACT = /^[^\p{L}\d]*(\d+)-\p{L}{1,5}\s*$/u;

function element(name, text, ...inside) {
  const made = document.createElement(name);
  made.append(text, ...inside);
  return made;
}

function excerpt(html) {
  const read = new DOMParser().parseFromString(html, "text/html").body;
  const line = document.createElement("p");
  for (const node of read.childNodes) {
    line.append(node.nodeName === "MARK" ? element("mark", node.textContent) : node.textContent);
  }
  return line;
}

function dayTyped() {
  const [, ...found] = DAY.exec(words) ?? [];
  const [year, month, day] = [[0, 1, 2], [5, 4, 3], [8, 7, 6], [9, 11, 10]].map((each) => each.map((at) => found[at]))
    .find(([first]) => first) ?? [];
  const named = results.dataset.months.split("|").findIndex((each) => month?.toLowerCase().startsWith(each.slice(0, 3).toLowerCase()));
  const number = named < 0 ? Number(month) : named % 12 + 1;
  return number ? `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

// The numbers of an address as people type it, the outermost first; null where words stand beside them.
function address(typed) {
  if (meant(typed.trim().toLowerCase().replace(/^the\s+/u, ""), PREAMBLE)) {
    return "preamble";
  }
  const numbers = typed.match(NUMBER);
  const rest = typed.replace(UNITS, " ").replace(NUMBER, " ").replace(/[\s.,;:()§-]|бап/gu, "");
  if (!numbers || rest) {
    return null;
  }
  return (INNER_FIRST.test(typed) ? numbers.reverse() : numbers).join(" ");
}

// The code that was typed by its name, with the words without it; a mere abbreviation counts where the state or a number stands beside it.
function codeIn(typed) {
  const { codes, country } = JSON.parse(results.dataset.codes, (_, value) => value.replaceAll?.("\\w", "[\\p{L}\\p{N}_]") ?? value);
  const whole = (pattern) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_])`, "iu");
  if (!/\d/.test(typed) && !whole(country).test(typed)) {
    return null;
  }
  const [number, name] = Object.entries(codes)
    .map(([each, names]) => [each, whole(`(?:(?:${country})\\s*)?(?:${names})(?:\\s*(?:${country}))?`).exec(typed)?.[0]])
    .filter(([, found]) => found).sort((one, other) => other[1].length - one[1].length)[0] ?? [];
  return number ? { number, rest: typed.replace(name, " ") } : null;
}

// Pagefind takes the language of its index from the page, offers no other way to name it, and keeps one program of a language
// for a whole module: so each language has a module of its own, and the indexes of all groups are joined in it.
async function open(language, [first, ...others]) {
  const pagefind = await import(new URL(`pagefind/pagefind.js?${language}`, root));
  const own = document.documentElement.lang;
  document.documentElement.lang = language;
  const index = pagefind.createInstance({ basePath: first });
  document.documentElement.lang = own;
  await index.init();
  for (const other of others) {
    await index.mergeIndex(other, { language });
  }
  return index;
}

const json = async (path) => (await fetch(new URL(`pagefind/${path}`, root))).json();

async function indexes(groups) {
  const languages = [...new Set(Object.values(groups).flat())].sort();
  const bases = (language) => Object.entries(groups).filter(([, held]) => held.includes(language))
    .map(([group]) => new URL(`pagefind/${group}/`, root).href);
  return Promise.all(languages.map((language) => open(language, bases(language))));
}

function offer(laws) {
  form.elements.law.append(...laws.map((law) => new Option(law, law)));
  for (const name of ["law", "lang", "today"]) {
    form.elements[name].value = asked.get(name) ?? "";
  }
  form.elements.q.value = words;
  form.hidden = false;
}

async function found(all, code) {
  const chosen = Object.fromEntries(["law", "lang", "today"].filter((name) => asked.get(name))
    .map((name) => [name, asked.get(name)]));
  if (code?.rest.trim()) {
    chosen.law = code.number;
  }
  const dayless = code?.rest ?? words.replace(dayTyped() ? DAY : "", " ");
  const act = (dayless.trim() ? dayless : code?.number ?? "").match(ACT)?.[1].toLowerCase().replaceAll("і", "i");
  // A day alone is asked of each law that is held; of many laws none is meant.
  const laws = dayTyped() && !dayless.trim() ? [...form.elements.law.options].map((each) => each.value.toLowerCase()) : [];
  const named = [["at", address(dayless)], [act?.includes("-") ? "act" : "number", act],
    ...laws.slice(1, 5).map((law) => ["act", law])];
  const wanted = named.filter(([, value]) => value)
    .map(([name, value]) => all.map((index) => index.search(null, { filters: { ...chosen, [name]: value } })));
  const results = async (asking) => (await Promise.all(asking)).flatMap((each) => each.results);
  // Words are sought in the texts of laws first, those in the reader's language before all: the few words of an act's title would outrank them.
  const texts = [{ lang: shownIn }, { lang: { any: Object.values(OWN) } }, {}]
    .map((first) => results(all.map((index) => index.search(words, { filters: { ...first, ...chosen } }))));
  const ranked = (await Promise.all(texts)).flatMap((each) => each.sort((a, b) => b.score - a.score));
  return [await results(wanted.flat()), [...new Map(ranked.map((each) => [each.id, each])).values()]];
}

// How many letters have to be put in, left out, changed or swapped to make one word of the other.
function slips(one, other) {
  const rows = [[...Array(other.length + 1).keys()]];
  for (let at = 1; at <= one.length; at += 1) {
    rows[at] = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const same = one[at - 1] === other[to - 1];
      rows[at][to] = Math.min(rows[at - 1][to] + 1, rows[at][to - 1] + 1, rows[at - 1][to - 1] + !same);
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
        rows[at][to] = Math.min(rows[at][to], rows[at - 2][to - 2] + 1);
      }
    }
  }
  return rows[one.length][other.length];
}

// Of words the one that was meant by a misspelt one: alike but for a slip in every four letters.
function meant(typed, held) {
  const most = Math.floor(typed.length / 4);
  return held.filter((word) => Math.abs(word.length - typed.length) <= most).map((word) => [slips(typed, word), word])
    .filter(([far]) => far <= most).sort(([one], [other]) => one - other)[0]?.[1];
}

// The words as they are spelt in the texts, where some are misspelt; those of one first letter lie in a file.
async function spelt() {
  const own = await Promise.all(words.split(/(\p{L}{4,})/u).map(async (part, place) => {
    const held = place % 2 ? await json(`words/${part.toLowerCase().codePointAt().toString(16)}.json`).catch(() => []) : [];
    return held.includes(part.toLowerCase()) ? part : meant(part.toLowerCase(), held) ?? part;
  }));
  return own.join("");
}

// The address, of all that the index holds, that comes next before one that it does not hold.
function neighbour(typed, held) {
  const order = (number) => number.split("-").reduce((whole, part, at) => whole + Number(part) / 1000 ** at, 0);
  for (let depth = typed.length; depth; depth -= 1) {
    const beside = held.filter((each) => each.length === depth && each.slice(0, -1).every((own, at) => own === typed[at]))
      .sort((one, other) => order(one.at(-1)) - order(other.at(-1)));
    const near = beside.findLast((each) => order(each.at(-1)) <= order(typed[depth - 1])) ?? beside[0];
    if (near) {
      return near.join(" ");
    }
  }
  return null;
}

// What is nearest where nothing fits: the place whose number comes next, else the longest of the words that is found.
async function near(all) {
  const typed = address(words.replace(dayTyped() ? DAY : "", " "))?.split(" ");
  if (typed) {
    const held = (await Promise.all(all.map((index) => index.filters()))).flatMap(({ at }) => Object.keys(at ?? {}));
    const at = neighbour(typed, held.filter((each) => /^\d/.test(each)).map((each) => each.split(" ")));
    const beside = at ? await Promise.all(all.map((index) => index.search(null, { filters: { at } }))) : [];
    const pages = await Promise.all(beside.flatMap((each) => each.results).slice(0, MOST).map((each) => each.data()));
    if (pages.length) {
      return chosen(pages).map((page) => [leadsTo(page), page.meta.title]);
    }
  }
  const number = words.match(LIKE_AN_ACT)?.[1];
  if (number) {
    const hits = (await Promise.all(all.map((index) => index.search(null, { filters: { number } })))).flatMap((each) => each.results);
    return (await Promise.all(hits.slice(0, AT_ONCE).map((each) => each.data()))).map((page) => [leadsTo(page), page.meta.title]);
  }
  const right = await spelt();
  if (right !== words) {
    return [[`?q=${encodeURIComponent(right)}`, document.querySelector("h1").dataset.found.replace("{words}", () => right)]];
  }
  const single = [...new Set(words.match(/\p{L}{4,}/gu))].sort((one, other) => other.length - one.length);
  for (const word of single.slice(0, 8).filter((each) => each !== words)) {
    const hits = await Promise.all(all.map((index) => index.search(word)));
    if (hits.some((each) => each.results.length)) {
      return [[`?q=${encodeURIComponent(word)}`, document.querySelector("h1").dataset.found.replace("{words}", () => word)]];
    }
  }
  return [];
}

// Of the same place in several languages of one law the one in the language that was typed, else of the page.
function chosen(pages) {
  const laws = [...new Set(pages.map((page) => page.filters.law?.[0]))];
  return laws.flatMap((law) => {
    const own = pages.filter((page) => page.filters.law?.[0] === law);
    const langs = own.map((page) => page.filters.lang?.[0]);
    const lang = [typedIn, shownIn].find((each) => langs.includes(each)) ?? langs[0];
    return own.filter((page) => page.filters.lang?.[0] === lang);
  });
}

function leadsTo(page) {
  const [path, place] = page.raw_url.slice(1).split("#");
  const on = asked.get("on") || dayTyped();
  const day = on && path.startsWith("law/") ? `?${path.includes("/on/") ? "asked" : "on"}=${on}` : "";
  return new URL(`${spoken}${path}/${day}${place ? `#${place}` : ""}`, root);
}

function hit(page) {
  const link = element("a", page.meta.title);
  link.href = leadsTo(page);
  const today = page.filters.today?.[0];
  const item = element("li", link);
  if (today) {
    const told = form.elements.today.querySelector(`[value="${today}"]`).textContent;
    const sign = element("span", SIGNS[today]);
    sign.setAttribute("aria-hidden", "true");
    const mark = element("span", sign, ` ${told}`);
    mark.className = `g ${GRADES[today] ?? "absent"}`;
    item.append(" ", mark);
    item.className = GRADES[today] ? "" : "absent";
  }
  item.append(excerpt(page.excerpt));
  return item;
}

async function show() {
  document.getElementById("q").value = words;
  const { groups, laws } = await json("groups.json");
  offer(laws);
  if (!words.trim()) {
    results.replaceChildren(element("p", results.dataset.help));
    return;
  }
  const title = document.querySelector("h1");
  title.textContent = title.dataset.found.replace("{words}", () => words);
  const code = codeIn(words.replace(dayTyped() ? DAY : "", " "));
  if (code && !laws.includes(code.number)) {
    const home = Object.assign(element("a", results.dataset.home), { href: new URL(spoken, root) });
    results.replaceChildren(element("p", results.dataset.code.replace("{code}", code.number)), element("p", home));
    return;
  }
  const all = await indexes(groups);
  const [named, ranked] = await found(all, code);
  const places = chosen(await Promise.all(named.slice(0, MOST).map((each) => each.data())));
  if (places.length === 1 && ["law", "lang", "today"].every((name) => !asked.has(name))) {
    location.replace(leadsTo(places[0]));
    return;
  }
  const own = new Set(named.map((each) => each.id));
  const texts = ranked.filter((each) => !own.has(each.id));
  const isPlace = address(words.replace(dayTyped() ? DAY : "", " ")) !== null;
  if (!(places.length || texts.length) || ((isPlace || LIKE_AN_ACT.test(words)) && !places.length)) {
    const links = (await near(all)).map(([target, name]) => Object.assign(element("a", name), { href: target }));
    const home = Object.assign(element("a", results.dataset.home), { href: new URL(spoken, root) });
    const list = element("ul", "", ...[...links, home].map((link) => element("li", link)));
    results.replaceChildren(element("p", results.dataset.nothing), element("h2", results.dataset.near), list);
    return;
  }
  const list = element("ol", "", ...places.map(hit));
  list.className = "hits";
  const more = element("button", results.dataset.more);
  more.onclick = () => further(list, texts, more);
  await further(list, texts, more);
  results.replaceChildren(element("p", results.dataset.count.replace("{count}", places.length + texts.length)), list, more);
}

// What is found is fetched page by page: some now, more when they are asked for.
async function further(list, texts, more) {
  const [first, ...next] = (await Promise.all(texts.splice(0, AT_ONCE).map((each) => each.data()))).map(hit);
  list.append(...[first, ...next].filter(Boolean));
  more.hidden = !texts.length;
  if (list.isConnected) {
    first.querySelector("a").focus();
  }
}

show().catch(() => {
  results.replaceChildren(element("p", results.dataset.failed));
});
