// Leads any day, or any two days, to the page that is held for them. Without it the list of days on the page does the same.

const asked = new URLSearchParams(location.search);
const day = (name) => (/^\d{4}-\d{2}-\d{2}$/.test(asked.get(name) ?? "") ? asked.get(name) : null);
const inWords = (iso) => new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-GB", {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});

function say(text) {
  const place = document.getElementById("asked");
  place.textContent = text;
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
    say(`${inWords(on)} lies before the first day on which anything here can have been in operation.`);
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
    const days = `${inWords(from)} and ${inWords(to)}`;
    say(between.length === 0 ? `Nothing is known to differ between ${days}.`
      : `Between ${days} the law changed on ${between.length} days; each step is below.`);
  }
}

if (day("on")) {
  toTheDay(day("on"));
} else if (day("first") && day("last")) {
  toTheSteps(day("first"), day("last"));
} else if (day("asked")) {
  say(`Asked for: ${inWords(day("asked"))}. Everything here reads the same on that day.`);
}
