// Leads any day, any two days and any provision to the page that is held for them, and shows there the day that was asked
// for. Without it the lists of days do the same. What it says, and how days are written, the page hands over in its language.

const asked = new URLSearchParams(location.search);
const A_DAY = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\.(\d{1,2})\.(\d{4}))$/;
const day = (name) => nearest(asked.get(name));
const place = document.getElementById("asked");
const shown = document.getElementById("day");
const lost = document.getElementById("lost");
const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function parts(iso) {
  const [year, month, number] = iso.split("-").map(Number);
  return { year, month, day: number };
}

// The day that was typed, or of one that no calendar has the nearest.
function nearest(typed) {
  const [, ...found] = A_DAY.exec(typed ?? "") ?? [];
  const [year, month, number] = found[0] ? found.slice(0, 3) : found.slice(3).reverse();
  if (!year) {
    return null;
  }
  const within = (value, most) => Math.min(Math.max(Number(value), 1), most);
  const named = within(month, 12);
  const own = within(number, new Date(Date.UTC(2000 + Number(year) % 400, named, 0)).getUTCDate());
  return [year, named, own].map((each) => String(each).padStart(2, "0")).join("-");
}

// What goes along in an address: the day as all write it, or the typed one that is none, which the page then tells.
function told(name) {
  const own = parts(nearest(asked.get(name)));
  const typed = asked.get(name).split(/[-.]/).map(Number);
  return typed.includes(own.month) && typed.includes(own.day) ? day(name) : asked.get(name);
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
  document.title = document.title.replace(own, written);
  picker.elements.on.value = on;
  document.querySelector(".crumbs [aria-current]").textContent = written;
  for (const link of document.querySelectorAll(".locales a, main > nav .forms a, .cite a.day")) {
    const target = new URL(link.href);
    target.search = `?asked=${on}`;
    link.href = target;
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

// The page that an address names which no page has: that of the law, of the article, or of two days, with what was asked.
function meant(law, rest) {
  const [name, ...steps] = rest.split("/").filter(Boolean);
  const days = [name, ...steps].filter((step) => A_DAY.test(step));
  const eid = /^[a-z]+_[\d-]+|^preamble/.exec(name ?? "") ? name : "";
  if ([name, steps[0]].includes("diff") && days.length === 2) {
    return `${law}/diff/?first=${days[0]}&last=${days[1]}&at=${eid}#days`;
  }
  const article = eid.split("__")[0];
  const page = `${law}/${article ? `${article}/` : ""}`;
  const at = eid && eid !== article ? `#${eid}` : "";
  return days.length ? `${page}?on=${days[0]}${at || "#days"}` : `${page}${at}`;
}

async function find(law, rest) {
  const targets = [meant(law, rest), `${law}/`].map((each) => new URL(location.origin + each));
  for (const target of targets.filter((each) => each.pathname !== location.pathname)) {
    if ((await fetch(target, { method: "HEAD" })).ok) {
      location.replace(target);
      return;
    }
  }
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
  }
}

const [, work, ...named] = location.pathname.match(
  /^(.*\/akn\/kz\/act\/[\d-]+\/[^/]+)(?:\/([a-z]{3})(?:@([\d-]+))?)?(?:\/!main)?(?:\/?~([\w-]+))?(?:\.akn)?\/?$/) ?? [];
const [, law, rest] = location.pathname.match(/^(.*\/law\/[\w-]+\/[a-z]{3})(\/.*)?$/) ?? [];
if (lost) {
  if (law) {
    find(law, rest ?? "");
  } else if (work) {
    findWork(work, ...named);
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
