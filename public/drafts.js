// Saves what is being typed every few seconds, and before the page is left, as the button does. What
// was saved in another tab or on another device is never written over without being asked.

const PAUSE = 2_000;
const EVERY = 6_000;

const version = document.querySelector('#draft');
const button = document.querySelector('#save-draft');
const status = document.querySelector('#draft-status');
const { form } = version;
const FIELDS = ['title', 'body', 'topic'];

let timer;
let savedAt = 0;
let saving = false;
let isChanged = false;
let isStopped = false;

async function save(keepalive = false) {
  clearTimeout(timer);
  if (saving || isStopped || !isChanged) return;
  saving = true;
  isChanged = false;
  const body = new URLSearchParams(new FormData(form));
  const headers = { Accept: 'application/json' };
  try {
    const response = await fetch(button.formAction, { method: 'POST', body, headers, keepalive });
    const said = (response.headers.get('Content-Type') ?? '').includes('json')
      ? await response.json()
      : {};
    if (response.ok) version.value = said.version;
    if (response.status === 409) overtaken(said);
    else status.textContent = response.ok ? 'Saved' : 'Not saved yet';
  } catch {
    // Whoever is offline goes on; it is saved with what they type next.
    isChanged = true;
    status.textContent = 'Not saved yet';
  } finally {
    saving = false;
    savedAt = performance.now();
    if (isChanged && !isStopped) wait();
  }
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(() => void save(), Math.max(PAUSE, EVERY - (performance.now() - savedAt)));
}

/** Nothing more is saved until somebody says which of the two texts it is. */
function overtaken(saved) {
  isStopped = true;
  status.textContent = `${saved.message} `;
  const isThere = Boolean(saved.title || saved.body);
  if (isThere) choose('Show it', () => swap(saved));
  choose(isThere ? 'Keep this one' : 'Save it again', () => undefined);

  function choose(label, act) {
    const choice = document.createElement('button');
    Object.assign(choice, { type: 'button', className: 'linkish', textContent: label });
    choice.addEventListener('click', () => {
      act();
      version.value = saved.version;
      [isStopped, isChanged] = [false, true];
      void save();
    });
    status.append(choice, ' ');
  }
}

function swap(saved) {
  for (const name of FIELDS) {
    const field = form.elements[name];
    if (field) field.value = saved[name];
  }
}

form.addEventListener('input', () => {
  isChanged = true;
  if (!isStopped) wait();
});

// What is posted needs no saving any more, and a save on its way comes too late for the server.
form.addEventListener('submit', () => {
  clearTimeout(timer);
  isStopped = true;
});
window.addEventListener('pageshow', () => (isStopped = false));
window.addEventListener('pagehide', () => void save(true));
