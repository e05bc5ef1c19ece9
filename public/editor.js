// The toolbar over a text, and a small one over a comment: it writes Markdown where the cursor is. Whatever it does can be typed,
// and the buttons for a preview and for sending work without it.

const editor = document.querySelector('.editor');
const field = editor?.querySelector('textarea');
const status = document.querySelector('#body-status');

/** Writes as if it were typed, so that it can be undone. */
function write(target, { text, from, to, select }) {
  target.focus();
  target.setSelectionRange(from, to);
  if (!document.execCommand('insertText', false, text)) {
    target.setRangeText(text, from, to, 'end');
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (select) target.setSelectionRange(from + select[0], from + select[1]);
}

// Pictures, mentions and quotes are other scripts' and are written by this one.
document.addEventListener('write', ({ target, detail }) => {
  const { selectionStart: from, selectionEnd: to } = target;
  write(target, { from, to, ...detail });
});

const selected = (field) => field.value.slice(field.selectionStart, field.selectionEnd);

function wrap(field, mark, filler) {
  const { selectionStart: from, selectionEnd: to, value } = field;
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark) {
    write(field, { text: selected(field), from: from - size, to: to + size, select: [0, to - from] });
    return;
  }
  const inner = selected(field) || filler;
  write(field, { text: mark + inner + mark, from, to, select: [size, size + inner.length] });
}

/** Puts a sign before each line that is selected, or takes them away where all have one. */
function lines(field, sign, pattern) {
  const { selectionEnd, value } = field;
  const from = value.lastIndexOf('\n', field.selectionStart - 1) + 1;
  const end = value.indexOf('\n', selectionEnd);
  const to = end < 0 ? value.length : end;
  const all = value.slice(from, to).split('\n');
  const isMarked = all.every((line) => pattern.test(line));
  const changed = all.map((line, nth) => (isMarked ? line.replace(pattern, '') : sign(nth) + line));
  const text = changed.join('\n');
  write(field, { text, from, to, select: [text.length, text.length] });
}

function link(field) {
  const { selectionStart: from, selectionEnd: to } = field;
  const words = selected(field) || 'words';
  const start = words.length + 3;
  write(field, { text: `[${words}](https://)`, from, to, select: [start, start + 8] });
}

function code(field) {
  if (!selected(field).includes('\n')) return wrap(field, '`', 'code');
  const { selectionStart: from, selectionEnd: to } = field;
  const text = `\`\`\`\n${selected(field)}\n\`\`\``;
  write(field, { text, from, to, select: [4, text.length - 4] });
}

const MARKS = {
  bold: (field) => wrap(field, '**', 'bold'),
  italic: (field) => wrap(field, '*', 'italic'),
  link,
  code,
  list: (field) => lines(field, () => '- ', /^- /),
  steps: (field) => lines(field, (nth) => `${String(nth + 1)}. `, /^\d+\. /),
  quote: (field) => lines(field, () => '> ', /^> ?/),
  picture: () => document.dispatchEvent(new CustomEvent('picture')),
};

/** One stop of the Tab key, before the field; arrows go on from there. */
function rove(bar, field) {
  const buttons = [...bar.querySelectorAll('button')];
  const enter = (button) => {
    for (const each of buttons) each.tabIndex = each === button ? 0 : -1;
  };
  enter(buttons[0]);
  bar.addEventListener('focusin', ({ target }) => enter(target.closest('button')));
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons[to].focus();
  });
  bar.addEventListener('click', ({ target }) =>
    MARKS[target.closest('button')?.dataset.mark]?.(field),
  );
  field.addEventListener('keydown', shortcuts);
}

const CHORDS = { b: 'bold', i: 'italic' };

function shortcuts(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const mark = CHORDS[event.key.toLowerCase()];
  if (!mark) return;
  event.preventDefault();
  MARKS[mark](event.target);
}

/** Shows the preview where one stands; what cannot be drawn is left to the form itself. */
async function preview(button) {
  const form = new FormData(button.form);
  form.delete('picture');
  const body = new URLSearchParams(form);
  const response = await fetch(button.formAction, { method: 'POST', body }).catch(() => undefined);
  const page = new DOMParser().parseFromString((await response?.text()) ?? '', 'text/html');
  const drawn = response?.ok && page.querySelector('[aria-labelledby=preview] .prose');
  if (!drawn) return button.form.requestSubmit(Object.assign(button, { isPlain: true }));
  let place = document.querySelector('[aria-labelledby=preview] .prose');
  if (!place) {
    place = Object.assign(document.createElement('section'), { className: 'card pad prose' });
    place.setAttribute('aria-label', 'This is how it will look');
    editor.after(place);
  }
  place.replaceChildren(...drawn.childNodes);
  status.textContent = 'The preview is up to date.';
}

/** The post's words, or those of it that are selected, as the beginning of an answer. */
function quote(event) {
  const from = event.target.closest('[data-quote]');
  if (!from || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const post = from.closest('article');
  const chosen = document.getSelection();
  const isInside = post?.contains(chosen.anchorNode) && String(chosen).trim() !== '';
  const said = isInside ? String(chosen) : (post?.querySelector('.prose')?.innerText ?? '');
  const words = said.split('\n').filter((line) => line.trim() !== '');
  const before = field.value.trimEnd();
  const text = `${before && '\n\n'}> @${from.dataset.quote} wrote:\n>\n${words.map((line) => `> ${line}`).join('\n')}\n\n`;
  write(field, { text, from: before.length, to: field.value.length });
}

const SMALL = ['bold', 'italic', 'link', 'code'];

/** A comment has a bar from when somebody goes there: a page may have many. */
function small({ target }) {
  if (!target.matches('.comments textarea') || target.dataset.bar) return;
  target.dataset.bar = 'true';
  const own = bar.cloneNode(true);
  own.className = 'line tight';
  own.setAttribute('aria-controls', target.id);
  const where = `, comment${target.labels[0]?.querySelector('.vh')?.textContent ?? ''}`;
  own.setAttribute('aria-label', `${own.getAttribute('aria-label')}${where}`);
  for (const button of own.querySelectorAll('button')) {
    if (!SMALL.includes(button.dataset.mark)) button.remove();
    button.lastElementChild.append(where);
  }
  target.before(own);
  rove(own, target);
}

const bar = editor?.querySelector('template')?.content.firstElementChild;
if (bar) {
  editor.prepend(bar);
  rove(bar, field);
  document.addEventListener('focusin', small);
  document.addEventListener('click', quote);
  field.form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!button?.getAttribute('formaction')?.endsWith('/preview') || button.isPlain) return;
    event.preventDefault();
    void preview(button);
  });
}
