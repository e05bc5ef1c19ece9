// After an @ those who may be meant are listed: arrows choose, Enter or Tab takes, Escape leaves.

const TYPED = /(?:^|[^\p{L}\p{N}@/.])@([\p{L}\p{N}-]{0,30})$/u;
const WAIT = 120;

const { thread } = document.querySelector('.editor')?.dataset ?? {};

function complete(field, nth) {
  const list = document.createElement('ul');
  Object.assign(list, { id: `mentions-${String(nth)}`, className: 'suggest', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Members');
  const said = Object.assign(document.createElement('p'), { className: 'vh' });
  said.setAttribute('role', 'status');
  field.after(list, said);
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);

  let timer;
  let asking = new AbortController();
  let chosen = -1;

  const typed = () => TYPED.exec(field.value.slice(0, field.selectionStart))?.[1];

  function close() {
    list.hidden = true;
    chosen = -1;
    field.removeAttribute('aria-activedescendant');
  }

  function choose(to) {
    const options = [...list.children];
    chosen = (to + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    field.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen].scrollIntoView({ block: 'nearest' });
  }

  function take(option) {
    const to = field.selectionStart;
    const from = to - (typed()?.length ?? 0);
    const detail = { text: `${option.dataset.name} `, from, to };
    close();
    field.dispatchEvent(new CustomEvent('write', { bubbles: true, detail }));
  }

  function show(members) {
    list.replaceChildren(...members.map((member, at) => optionFor(member, `${list.id}-${String(at)}`)));
    if (members.length === 0) return close();
    list.hidden = false;
    choose(0);
    said.textContent = `${String(members.length)} found. Arrow keys choose, Enter takes.`;
  }

  /** What is listed is of what was typed a moment ago: whoever is not meant any more goes at once. */
  function narrow() {
    const meant = typed()?.toLowerCase();
    const isMeant = ({ dataset }) =>
      meant !== undefined && dataset.name.toLowerCase().startsWith(meant);
    list.replaceChildren(...[...list.children].filter(isMeant));
    if (list.children.length === 0) close();
    else choose(0);
  }

  async function look() {
    const q = typed();
    if (q === undefined || (q === '' && thread === '')) return close();
    asking.abort();
    asking = new AbortController();
    const address = `/mentions?${new URLSearchParams({ q, question: thread })}`;
    const { signal } = asking;
    const response = await fetch(address, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    show(response?.ok ? await response.json().catch(() => []) : []);
  }

  const KEYS = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Enter: () => take(list.children[chosen]),
    Tab: () => take(list.children[chosen]),
    Escape: close,
  };

  field.addEventListener('input', () => {
    if (!list.hidden) narrow();
    clearTimeout(timer);
    timer = setTimeout(() => void look(), WAIT);
  });
  field.addEventListener('keydown', (event) => {
    if (list.hidden || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  field.addEventListener('blur', close);
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option = event.target.closest('[role=option]');
    if (option) take(option);
  });
}

function optionFor({ name, note }, id) {
  const option = Object.assign(document.createElement('li'), { id, textContent: `@${name}` });
  option.setAttribute('role', 'option');
  option.dataset.name = name;
  if (note) {
    option.append(' ', Object.assign(document.createElement('small'), { textContent: note }));
  }
  return option;
}

if (thread !== undefined) {
  document.querySelectorAll('textarea[name=body]').forEach(complete);
}
