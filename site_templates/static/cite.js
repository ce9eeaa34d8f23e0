// Puts a button beside each "Cite" link that copies the citation with its permanent address, and beside the citation on a
// provision's own sheet. Without this script, or where a browser keeps the clipboard from pages, the link itself leads to
// the sheet with the same words.

const SHOWN = 2000;
const text = document.querySelector("[data-citation]");
const places = document.querySelectorAll(text ? "[data-citation] a[data-cite]" : "p[data-cite]");
const { copy, copied } = document.querySelector("[data-copy]")?.dataset ?? {};
const told = document.createElement("p");

// The address to remember is one that every copy of the site has, where the site stands for the world.
const canonical = document.querySelector("link[rel=canonical]")?.href;
// A page stands for several days: what is cited of a later one of them says which, and leads to it.
function address(place) {
  const target = new URL(place.dataset.path ?? place.getAttribute("href"), canonical);
  const [, first] = target.pathname.match(/\/on\/([\d-]+)\/?$/) ?? [];
  const { dateTime } = document.querySelector("h1 time") ?? {};
  if (first && dateTime && dateTime !== first) {
    target.search = `?asked=${dateTime}`;
  }
  return target;
}

function citation(place) {
  if (!text) {
    return `${place.textContent.trim()} ${address(place)}`;
  }
  const told = { provision: place.dataset.cite, verdict: place.dataset.verdict, as_on: document.querySelector("h1 time").textContent };
  return `${text.dataset.citation.replace(/\{(\w+)\}/g, (_, name) => told[name])} ${address(place)}`;
}

function button(place) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "copy";
  made.textContent = copy;
  if (text) {
    made.setAttribute("aria-label", `${copy}: ${place.dataset.cite}`);
  }
  made.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(citation(place));
    } catch {
      return; // the browser keeps the clipboard from this page
    }
    made.textContent = copied;
    told.textContent = copied;
    setTimeout(() => { made.textContent = copy; told.textContent = ""; }, SHOWN);
  });
  return made;
}

if (navigator.clipboard) {
  told.className = "vh";
  told.setAttribute("role", "status");
  document.getElementById("main").append(told);
  for (const place of places) {
    place.after(" ", button(place));
  }
}
