'use strict';
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  // Storage is refused in some private windows; the page then follows the system.
  const memory = {
    get() { try { return localStorage.getItem('problem-reference-theme'); } catch { return null; } },
    set(theme) { try { localStorage.setItem('problem-reference-theme', theme); } catch { /* as above */ } },
  };
  const remembered = memory.get();
  if (remembered === 'light' || remembered === 'dark') root.dataset.theme = remembered;

  const words = (text) => text.toLowerCase().replace(/\s+/g, ' ').trim();
  const camelWords = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');

  /** What a search looks at, read once from the page. */
  function entryOf(element, domain) {
    const parts = [...element.querySelectorAll('[data-s]')].map((part) => part.textContent);
    const text = words([parts[0], camelWords(parts[0]), ...parts.slice(1)].join(' '));
    const numbers = new Set(text.match(/\d+/g));
    numbers.add(element.dataset.code).add(element.dataset.status);
    return { element, domain, text, numbers, id: element.id.toLowerCase(), status: element.dataset.status };
  }

  /** A number is a whole one: 6 does not find 16. */
  const says = (entry, term) =>
    (/^\d+$/.test(term) ? entry.numbers.has(term) : entry.text.includes(term)) || entry.id === term.replace('/', '-');

  function matching(entries, query, statuses) {
    const chosen = statuses.size === 0 ? entries : entries.filter((entry) => statuses.has(entry.status));
    const terms = words(query).split(' ').filter(Boolean);
    if (terms.length === 0) return chosen;
    // The domain's name narrows a search, `sequences 6`; alone it counts only where no problem says the word itself.
    const inAll = chosen.filter((entry) => terms.every((term) => says(entry, term) || entry.domain.name.includes(term)));
    const own = inAll.filter((entry) => terms.some((term) => says(entry, term)));
    return own.length > 0 ? own : inAll;
  }

  async function copy(button) {
    const code = button.closest('.sample').querySelector('.json');
    let copied = true;
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Without the permission: select the text, so that the keyboard can copy it.
      getSelection().selectAllChildren(code);
      copied = document.execCommand('copy');
    }
    button.textContent = copied ? 'Copied' : 'Press Ctrl+C';
    setTimeout(() => { button.textContent = 'Copy JSON'; }, 2000);
  }

  function search() {
    const input = document.getElementById('-q');
    const items = document.querySelectorAll('.contents li');
    const domains = [...document.querySelectorAll('.domain')].map((element, index) => ({
      element,
      name: words(element.dataset.name),
      item: items[index],
    }));
    const entries = domains.flatMap((domain) =>
      [...domain.element.querySelectorAll('.problem')].map((element) => entryOf(element, domain)));
    const byStatus = [...document.querySelectorAll('.chip')];
    const found = document.getElementById('-found');
    const clear = document.getElementById('-clear');
    const expand = document.getElementById('-expand');
    const statuses = new Set();
    let shown = entries;

    function update() {
      shown = matching(entries, input.value, statuses);
      const visible = new Set(shown);
      const inUse = new Set(shown.map((entry) => entry.domain));
      for (const entry of entries) entry.element.hidden = !visible.has(entry);
      const filtered = statuses.size > 0 || input.value.trim() !== '';
      for (const domain of domains) {
        const hide = filtered && !inUse.has(domain);
        domain.element.hidden = hide;
        domain.item.hidden = hide;
      }
      for (const chip of byStatus) chip.setAttribute('aria-pressed', String(statuses.has(chip.dataset.status)));
      root.classList.toggle('filtered', filtered);
      clear.hidden = !filtered;
      const all = `${entries.length} problem${entries.length === 1 ? '' : 's'}`;
      found.textContent = filtered ? `${shown.length === 0 ? 'None' : shown.length} of ${all}` : all;
    }

    function reset() {
      input.value = '';
      statuses.clear();
      update();
    }

    function open(element) {
      if (element.closest('[hidden]')) reset();
      if (element.matches('.problem')) element.open = true;
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
    }

    function follow() {
      let id = location.hash.slice(1);
      try { id = decodeURIComponent(id); } catch { /* an address cut off within a character */ }
      const target = id && document.getElementById(id);
      if (target && target.matches('.problem, .domain')) open(target);
    }

    input.addEventListener('input', () => {
      update();
      scrollTo({ top: 0, behavior: 'instant' });
    });
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') reset();
      if (event.key === 'Enter' && shown.length > 0) {
        // Else the key goes on to the problem, which has the focus by then, and closes it again.
        event.preventDefault();
        open(shown[0].element);
        shown[0].element.querySelector('summary').focus({ preventScroll: true });
      }
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
    for (const chip of byStatus) {
      chip.disabled = false;
      chip.addEventListener('click', () => {
        if (!statuses.delete(chip.dataset.status)) statuses.add(chip.dataset.status);
        update();
      });
    }
    clear.addEventListener('click', () => { reset(); input.focus(); });
    expand.addEventListener('click', () => {
      const all = shown.some((entry) => !entry.element.open);
      for (const entry of shown) entry.element.open = all;
      expand.textContent = all ? 'Collapse all' : 'Expand all';
    });
    addEventListener('hashchange', follow);

    // The domain being read is marked in the contents.
    const links = new Map(domains.map((domain) => [domain.element, domain.item.firstElementChild]));
    const watch = new IntersectionObserver((changes) => {
      for (const change of changes) {
        const link = links.get(change.target);
        if (change.isIntersecting) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    }, { rootMargin: '-20% 0px -75% 0px' });
    for (const domain of domains) watch.observe(domain.element);

    // On a narrow screen the contents stand before the problems: closed.
    if (matchMedia('(max-width: 56rem)').matches) document.querySelector('.contents details').open = false;
    input.closest('search').hidden = false;
    found.parentElement.hidden = false;
    update();
    follow();
  }

  document.addEventListener('DOMContentLoaded', () => {
    const theme = document.querySelector('.theme');
    theme.hidden = false;
    theme.addEventListener('click', () => {
      const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
      root.dataset.theme = isDark ? 'light' : 'dark';
      memory.set(root.dataset.theme);
    });
    for (const button of document.querySelectorAll('.copy')) button.hidden = false;
    document.addEventListener('click', (event) => {
      const button = event.target.closest('.copy');
      if (button) copy(button);
    });
    if (document.getElementById('-q')) search();
  });
})();
