// The menu of a column, which the script of Datasette's tables makes, in the language of the page.

const script = document.querySelector("script[data-sort-asc]");

for (const { name, value } of script.attributes) {
  document.querySelector(`.dropdown-menu .${name.replace("data-", "dropdown-")}`)?.replaceChildren(value);
}
for (const each of document.querySelectorAll(".filter-row a[aria-label]")) {
  each.setAttribute("aria-label", script.dataset.without);
}
