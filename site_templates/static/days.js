// Leads any day, any two days and any provision to the page that is held for them, and shows there the day that was asked
// for. Without it the lists of days do the same. What it says, and how days are written, the page hands over in its language.

const asked = new URLSearchParams(location.search);
const A_DAY = /^(?:(\d{4})(?:-?(\d{1,2}))?(?:-?(\d{1,2}))?|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/;
const IN_WORDS = /(\d{1,2})[\s_-]+(\p{L}{3,})[\s_-]+(\d{4})(?:[\s_-]*(?:года|г\.?))?(?![\p{L}\d])|(\d{4})[\s_-]+жыл\p{L}*[\s_-]+(\d{1,2})[\s_-]+(\p{L}{3,})/giu;
const A_PLACE = /^([a-z]+)_(\d+(?:-\d+)*)|^preamble/;
const day = (name) => nearest(asked.get(name));
const place = document.getElementById("asked");
const shown = document.getElementById("day");
const lost = document.getElementById("lost");
const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function parts(iso) {
  const [year, month, number] = iso.split("-").map(Number);
  return { year, month, day: number };
}

// Year, month and number of a day that was typed, in either order; of a day cut short its year, or its year and month.
function figures(typed) {
  const [, ...found] = A_DAY.exec(typed ?? "") ?? [];
  return found[0] ? found.slice(0, 3) : found.slice(3).reverse();
}

// The day that was typed, or of one that no calendar has the nearest.
function nearest(typed) {
  const [year, month, number] = figures(typed);
  if (!year) {
    return null;
  }
  const within = (value, most) => Math.min(Math.max(Number(value ?? 1), 1), most);
  const named = within(month, 12);
  const own = within(number, new Date(Date.UTC(2000 + Number(year) % 400, named, 0)).getUTCDate());
  return [year, named, own].map((each) => String(each).padStart(2, "0")).join("-");
}

// What goes along in an address: the day as all write it, or the typed one that is none, which the page then tells.
function told(name) {
  const [, month, number] = figures(asked.get(name));
  const own = parts(day(name));
  return Number(month) === own.month && Number(number) === own.day ? day(name) : asked.get(name);
}

function inWords(iso) {
  const { year, month, day: number } = parts(iso);
  return filled(place.dataset.day, { day: number, month: place.dataset.months.split("|")[month - 1], year });
}

function say(message, values) {
  place.textContent = filled(place.dataset[message], values);
  place.hidden = false;
}

function held(links, on, name) {
  return links.filter((link) => link.dataset[name] <= on).sort((a, b) => (a.dataset[name] < b.dataset[name] ? 1 : -1))[0];
}

function toTheDay(on) {
  const page = held([...document.querySelectorAll("#days ~ ol a[data-first]")], on, "first");
  if (page) {
    const target = new URL(page.href);
    target.search = `?asked=${told("on")}`;
    target.hash = target.hash || (location.hash === "#days" ? "" : location.hash);
    location.replace(target);
  } else {
    say("early", { day: inWords(on) });
  }
}

// A page stands for all days from its first to its last: heading, field, citation and languages show the one asked for.
function showTheDay(on) {
  const picker = document.querySelector("nav.days form.pick");
  if (on < shown.dataset.first || (shown.dataset.last && shown.dataset.last < on)) {
    const target = new URL(picker.action);
    target.search = `?on=${told("asked")}`;
    target.hash = location.hash || "#days";
    location.replace(target);
    return;
  }
  const own = shown.textContent;
  const { month, ...values } = parts(on);
  const forms = shown.dataset.forms.split("|");
  const written = filled(forms[0] + forms[month] + forms[13], values);
  for (const time of document.querySelectorAll(`#day, .cite time[datetime="${shown.dateTime}"]`)) {
    time.textContent = written;
    time.dateTime = on;
  }
  document.title = document.title.replace(own.replaceAll("\u00a0", " "), written);
  picker.elements.on.value = on;
  document.querySelector(".crumbs [aria-current]").textContent = written;
  for (const link of document.querySelectorAll(".locales a, main > nav .forms a, .cite a.day")) {
    const target = new URL(link.href);
    target.search = `?asked=${on}`;
    link.href = target;
  }
  const permanent = document.getElementById("permanent");
  if (permanent && on !== shown.dataset.first) {
    const target = new URL(permanent.textContent);
    target.search = `?asked=${on}`;
    permanent.textContent = target;
  }
  if (told("asked") !== on) {
    const line = Object.assign(document.createElement("p"), { className: "asked" });
    line.textContent = filled(shown.dataset.wrong, { typed: told("asked") });
    shown.closest("header").after(line);
  }
}

// What was asked for goes along to the comparison that stands for it; a provision is a place there.
function toTheComparison(link, first, last) {
  const target = new URL(link.href);
  target.search = new URLSearchParams({ from: first, to: last, at: asked.get("at") ?? "" });
  location.replace(target);
}

function showWhatWasAsked() {
  const at = asked.get("at");
  const row = at && [...document.querySelectorAll(".rows > li")].find((each) => `${each.id}__`.startsWith(`${at}__`));
  if (!location.pathname.includes(`/${day("from")}/${day("to")}`)) {
    say("asked", { first: inWords(day("from")), last: inWords(day("to")) });
  }
  if (row) {
    row.scrollIntoView();
  }
}

// The step that an address of a comparison names, with the provision that was asked for.
function keepThePlace(link, at) {
  const [from, to] = link.pathname.split("/").filter(Boolean).slice(-2);
  link.search = new URLSearchParams({ from, to, at });
}

// What was asked of one provision stays so: its steps alone, the way to all its wordings, and the form asks on for it.
function keepTheProvision(at, between) {
  for (const step of between) {
    keepThePlace(step, at);
  }
  const all = document.getElementById("of");
  all.querySelector("a").href = `../${at.split("__")[0]}/${at.includes("__") ? `#${at}` : ""}`;
  all.hidden = false;
  document.getElementById("compare").append(Object.assign(document.createElement("input"), { type: "hidden", name: "at", value: at }));
}

function toTheSteps(first, last) {
  const at = /^[a-z]+[\w-]*$/.test(asked.get("at") ?? "") ? asked.get("at") : "";
  const steps = [...document.querySelectorAll("a[data-step]")];
  const whole = document.getElementById("whole");
  const [from, to] = first <= last ? [first, last] : [last, first];
  const between = steps.filter((step) => from < step.dataset.by && step.dataset.step <= to
    && (!at || step.dataset.of.split(" ").includes(at.split("__")[0])));
  const opening = held(steps, from, "step")?.dataset.step ?? whole.dataset.first;
  const closing = held(steps, to, "step")?.dataset.step ?? whole.dataset.first;
  if (between.length === 1) {
    toTheComparison(between[0], from, to);
  } else if (opening === whole.dataset.first && closing === whole.dataset.last) {
    toTheComparison(whole, from, to);
  } else {
    document.getElementById("first").value = from;
    document.getElementById("last").value = to;
    for (const step of steps) {
      step.closest("li").hidden = !between.includes(step);
    }
    if (at) {
      keepTheProvision(at, between);
    }
    const kind = between.length === 0 ? "alike" : "steps";
    say(at ? `${kind}Of` : kind, { first: inWords(from), last: inWords(to), count: between.length });
  }
}

// An address with its days in figures, where they stand in words, in any of the languages.
function inFigures(typed) {
  const months = lost.dataset.months.toLowerCase().split("|");
  return typed.replace(IN_WORDS, (whole, day, name, year, ...kazakh) => {
    const [own, number, month] = year ? [year, day, name] : kazakh;
    const at = months.findIndex((each) => month.toLowerCase().startsWith(each.slice(0, 3)));
    return at < 0 ? whole : [own, at % 12 + 1, number].map((each) => String(each).padStart(2, "0")).join("-");
  });
}

// The page that an address names which no page has: that of the article, or of days, with what was asked; null for any other.
function meant(law, rest) {
  const [name, ...steps] = rest.split("/").filter(Boolean);
  const days = [name, ...steps].filter((step) => A_DAY.test(step));
  const eid = A_PLACE.test(name ?? "") ? name : "";
  if ([name, steps[0]].includes("diff") && days.length === 2) {
    return `${law}/diff/?first=${days[0]}&last=${days[1]}&at=${eid}#days`;
  }
  const article = eid.split("__")[0];
  const page = `${law}/${article ? `${article}/` : ""}`;
  const at = eid && eid !== article ? `#${eid}` : "";
  if (days.length) {
    return `${page}?on=${days[0]}${at || "#days"}`;
  }
  return eid ? `${page}${at}` : null;
}

// A page of this site with its address, null where there is none.
async function read(path) {
  const page = await fetch(path);
  return page.ok ? { url: page.url, content: new DOMParser().parseFromString(await page.text(), "text/html") } : null;
}

function offer(target, name) {
  const link = Object.assign(document.createElement("a"), { href: target, textContent: name.trim() });
  lost.replaceChildren(`${lost.dataset.near}: `, link);
}

// The place of a law whose number comes next before the one that was asked for.
function neighbour({ url, content }, law, name) {
  const [, prefix, number] = A_PLACE.exec(name) ?? [null, "art", name.match(/\d+(?:-\d+)*/)?.[0]];
  const order = (each) => each.split("-").reduce((whole, part, at) => whole + Number(part) / 1000 ** at, 0);
  const known = [...content.querySelectorAll("main a[href]")].map((link) => {
    const [step, rest] = new URL(link.getAttribute("href"), url).pathname.slice(law.length + 1).split("/");
    const [, own, counted] = rest ? [] : A_PLACE.exec(step) ?? [];
    return own === prefix && number && order(counted) <= order(number) ? { link, at: order(counted) } : null;
  }).filter(Boolean);
  return known.sort((one, other) => other.at - one.at)[0]?.link;
}

async function find(law, rest) {
  const [name] = rest.split("/").filter(Boolean);
  const right = meant(law, rest);
  const [path, hash] = right?.split("#") ?? [];
  const there = path && new URL(path, location).pathname !== location.pathname ? await read(path) : null;
  if (there && !asked.has("asked") && (hash === "days" || !hash || there.content.getElementById(hash))) {
    location.replace(right);
    return;
  }
  if (there) {
    offer(path, there.content.querySelector("h1").textContent);
    return;
  }
  const page = await read(`${law}/`);
  if (!page) {
    await findLanguage(law, rest);
    return;
  }
  const place = neighbour(page, law, decodeURIComponent(name ?? ""));
  const days = rest.split("/").filter((step) => A_DAY.test(step));
  const target = new URL(place?.getAttribute("href") ?? "", page.url);
  target.search = days.length === 1 ? `?on=${days[0]}` : "";
  offer(name === "diff" ? `${law}/diff/` : target, (place ?? page.content.querySelector("h1")).textContent);
}

// A law has an address of its own, which leads to it in a language that is held.
async function findLanguage(law, rest) {
  const page = await read(law.replace(/[^/]*$/, ""));
  if (!page) {
    offerSearch();
    return;
  }
  const { pathname } = new URL(page.content.querySelector("main a").getAttribute("href"), page.url);
  const right = meant(pathname.replace(/\/$/, ""), rest) ?? pathname;
  const own = await read(right);
  offer(own ? right : pathname, (own ?? page).content.querySelector("h1").textContent);
}

// A law that is named by its number has its page under its id.
function findNumber([name, ...rest]) {
  const own = [...document.querySelectorAll("a[data-number]")].find(
    (link) => link.dataset.number.toLowerCase() === name?.toLowerCase());
  if (own) {
    const steps = /^[a-z]{2,3}$/.test(rest[0] ?? "") ? rest.slice(1) : rest;
    find(new URL(own.href).pathname.replace(/\/$/, ""), steps.length ? `/${steps.join("/")}` : "/");
  }
  return own;
}

// What names no law of this site is looked for by its words.
function offerSearch() {
  const home = new URL(document.querySelector("p.go a").href);
  const steps = decodeURIComponent(location.pathname).slice(home.pathname.length).split("/").filter(Boolean);
  if (steps[0] === "en") {     // which has no prefix
    location.replace(new URL(`${steps.slice(1).join("/")}/`.replace(/^\/$/, ""), home));
    return;
  }
  if (steps[0] === "law" && findNumber(steps.slice(1))) {
    return;
  }
  const words = ["law", "act"].includes(steps[0]) && steps[1] ? steps[1] : steps.join(" ");
  offer(new URL(`search/?q=${encodeURIComponent(words)}`, home), filled(lost.dataset.search, { words }));
}

// An address of Akoma Ntoso names a law by number and day; the page at the address of the work leads to the law.
async function findWork(work, lang, on, eid) {
  const page = await fetch(`${work}/`);
  if (page.ok) {
    const link = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main a");
    const there = new URL(link.getAttribute("href"), page.url);
    const [, law, first] = there.pathname.match(/^(.*\/law\/[\w-]+)\/([a-z]{3})/) ?? [];
    if (law) {
      await find(`${law}/${lang ?? first}`, `/${eid ?? ""}${on ? `/on/${on}` : ""}`);
    } else {
      location.replace(there);
    }
  } else {
    offerSearch();
  }
}

const [, work, ...named] = location.pathname.match(
  /^(.*\/akn\/kz\/act\/[\d-]+\/[^/]+)(?:\/([a-z]{3})(?:@([\d-]+))?)?(?:\/!main)?(?:\/?~([\w-]+))?(?:\.akn)?\/?$/) ?? [];
const [, law, rest] = location.pathname.match(/^(.*\/law\/[\w-]+\/[a-z]{2,3})(\/.*)?$/) ?? [];
if (lost) {
  if (law) {
    find(law, inFigures(decodeURIComponent(rest ?? "")));
  } else if (work) {
    findWork(work, ...named);
  } else {
    offerSearch();
  }
} else if (day("on")) {
  toTheDay(day("on"));
} else if (day("from") && day("to")) {
  showWhatWasAsked();
} else if (day("first") && day("last")) {
  toTheSteps(day("first"), day("last"));
} else if (day("asked") && shown) {
  showTheDay(day("asked"));
}
