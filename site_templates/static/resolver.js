// Leads any day, or any two days, to the page that is held for them. Without it the list of days on the page does the same.
// What it says, and how days are written, the page hands over in its own language.

const asked = new URLSearchParams(location.search);
const day = (name) => (/^\d{4}-\d{2}-\d{2}$/.test(asked.get(name) ?? "") ? asked.get(name) : null);
const place = document.getElementById("asked");
const filled = (message, values) => message.replace(/\{(\w+)\}/g, (_, name) => values[name]);

function inWords(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return filled(place.dataset.day, { day, month: place.dataset.months.split("|")[month - 1], year });
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
    location.replace(`${page.href}?asked=${on}`);
  } else {
    say("early", { day: inWords(on) });
  }
}

function toTheSteps(first, last) {
  const steps = [...document.querySelectorAll("a[data-step]")];
  const whole = document.getElementById("whole");
  const [from, to] = first <= last ? [first, last] : [last, first];
  const between = steps.filter((step) => from < step.dataset.step && step.dataset.step <= to);
  const opening = held(steps, from, "step")?.dataset.step ?? whole.dataset.first;
  const closing = held(steps, to, "step")?.dataset.step ?? whole.dataset.first;
  if (between.length === 1) {
    location.replace(between[0].href);
  } else if (opening === whole.dataset.first && closing === whole.dataset.last) {
    location.replace(whole.href);
  } else {
    for (const step of steps) {
      step.closest("li").hidden = !between.includes(step);
    }
    say(between.length === 0 ? "alike" : "steps", { first: inWords(from), last: inWords(to), count: between.length });
  }
}

if (day("on")) {
  toTheDay(day("on"));
} else if (day("first") && day("last")) {
  toTheSteps(day("first"), day("last"));
} else if (day("asked")) {
  say("same", { day: inWords(day("asked")) });
}
