// Searches the pages of this site with Pagefind, which lies beside them. Words found are marked by building nodes, never by
// writing markup.

const results = document.getElementById("results");
const words = (new URLSearchParams(location.search).get("q") ?? "").slice(0, 200);

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

async function show() {
  document.getElementById("q").value = words;
  if (!words.trim()) {
    results.replaceChildren(element("p", "Type words of the text, the number of an article or of an act into the field above."));
    return;
  }
  document.querySelector("h1").textContent = `Search for “${words}”`;
  const pagefind = await import(new URL("../pagefind/pagefind.js", import.meta.url));
  const found = await pagefind.search(words);
  const pages = await Promise.all(found.results.slice(0, 30).map((each) => each.data()));
  if (!pages.length) {
    results.replaceChildren(element("p", "Nothing was found. Try fewer words, or the number of a provision or an act."));
    return;
  }
  const list = document.createElement("ol");
  list.className = "hits";
  for (const page of pages) {
    const link = element("a", page.meta.title);
    link.href = page.url;
    const answer = page.filters.today ? ` Today: ${page.filters.today[0]}.` : "";
    const item = element("li", link, element("small", answer));
    item.append(excerpt(page.excerpt));
    list.append(item);
  }
  results.replaceChildren(element("p", `${found.results.length} pages`), list);
}

show().catch(() => {
  results.replaceChildren(element("p", "The index of this site could not be read. The contents of each law still lead everywhere."));
});
