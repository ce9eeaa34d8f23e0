// On the page for addresses that lead nowhere: offers the page of the law or provision that an address names, and the day
// that it asks for.

const BESIDE = ["on", "diff", "acts", "feed", "calendar"];
const lost = document.getElementById("lost");
const [, law, rest] = location.pathname.match(/^(.*\/law\/[\w-]+\/[a-z]{3})(\/.*)?$/) ?? [];

if (lost && law) {
  const steps = (rest ?? "").split("/").filter(Boolean);
  const day = steps[steps.indexOf("on") + 1] ?? "";
  const page = steps.length > 1 && !BESIDE.includes(steps[0]) && steps[1] === "on" ? `${law}/${steps[0]}/` : `${law}/`;
  const link = document.createElement("a");
  // the origin stands in front, since an address that begins with two slashes would name another host
  link.href = location.origin + (steps.includes("on") && /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${page}?on=${day}#days` : page);
  link.textContent = link.pathname + link.search;
  lost.append(`${lost.dataset.told} `, link);
  lost.hidden = false;
}
