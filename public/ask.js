// While a question is being typed, shows those that ask the same, in a panel that otherwise comes
// with the next step of the form, and suggests their topic to whoever has chosen none.

const WAIT = 300;
const LONG = 400;

const title = document.querySelector('#title');
const panel = document.querySelector('#similar');
const status = document.querySelector('#similar-status');
const topic = document.querySelector('#topic');
const isSeen = document.querySelector('input[name=similar]');

// What the panel's buttons send: no form of its own can stand inside the form for a question.
if (!document.querySelector('#found')) {
  const found = document.createElement('form');
  Object.assign(found, { id: 'found', method: 'post', action: '/ask/solved' });
  title.form.after(found);
}

let timer;
let asking = new AbortController();

async function look() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const late = setTimeout(() => (status.textContent = 'Looking for matches'), LONG);
  try {
    const address = `/ask/similar?${new URLSearchParams({ title: title.value })}`;
    const response = await fetch(address, { signal });
    if (!response.ok) return;
    panel.innerHTML = await response.text();
    isSeen.value = 'seen';
    const words = panel.querySelector('.head span')?.textContent ?? '';
    status.textContent = `${words} ${suggest()}`.trim();
  } catch {
    // Whoever is offline, or types on, sees what there was; the form looks again as it is sent.
  } finally {
    clearTimeout(late);
  }
}

/** The topic that stands there because it was suggested; what somebody chose is never changed. */
let suggested = panel.firstElementChild?.dataset.topic ?? '';
topic.addEventListener('change', () => (suggested = undefined));

/** Answers with what there is to say of it. */
function suggest() {
  const { topic: likely = '', hint = '' } = panel.firstElementChild?.dataset ?? {};
  if (topic.value !== suggested || likely === suggested) return '';
  topic.value = suggested = likely;
  document.querySelector('#topic-hint').textContent = hint;
  return hint;
}

title.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => void look(), WAIT);
});
