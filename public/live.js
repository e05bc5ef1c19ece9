// Keeps a page that waits for answers fresh: how far the question is, who is writing, and that new
// answers can be shown. Nothing moves by itself while somebody reads. Reloading does the same.

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 60_000;
const SAY_AGAIN = 120_000;

const live = document.querySelector('#live');
const note = document.querySelector('#live-note');
const latest = document.querySelector('input[name=latest]');
const answering = document.querySelector('#answering');

let isWriting = answering?.querySelector('[aria-pressed=true]') != null;
let wait = FIRST_WAIT;
let source;
let timer;

function listen() {
  clearTimeout(timer);
  source?.close();
  source = new EventSource(live.dataset.stream);
  source.onmessage = ({ data }) => {
    wait = FIRST_WAIT;
    draw(JSON.parse(data));
  };
  source.addEventListener('gone', () => stop());
  source.onerror = () => {
    source.close();
    timer = setTimeout(listen, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };
}

function stop() {
  clearTimeout(timer);
  source?.close();
}

function draw(state) {
  document.querySelector('#live-steps').innerHTML = state.steps;
  const words = isWriting ? state.noteToWriter : state.note;
  if (note.textContent !== words) note.textContent = words;
  offer(state);
}

/** A page that jumped while it is read would lose the reader's place. */
function offer({ answers, latest: newest, solved }) {
  const isNew = newest > Number(live.dataset.latest);
  if (!isNew && !(solved && !live.dataset.solved)) return;
  const many = Math.max(1, answers - Number(live.dataset.answers));
  const offered = isNew ? `${many} new ${many === 1 ? 'answer' : 'answers'}` : 'It is solved';
  const words = document.querySelector('#live-new');
  const [text, button] = words.children;
  if (text.textContent !== offered) text.textContent = offered;
  button.hidden = false;
  button.textContent = isNew ? `Show ${many === 1 ? 'it' : 'them'}` : 'Show how';
  button.onclick = () => void show(newest, isNew);
}

/** Puts in what the page does not show yet; whatever is being typed stays as it is. */
async function show(newest, isNew) {
  if (!isNew) return location.reload();
  const response = await fetch(location.pathname);
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const list = document.querySelector('[aria-labelledby=answers]');
  const fresh = [...page.querySelectorAll('article[id^="a-"]')].filter(
    ({ id }) => !document.getElementById(id),
  );
  for (const answer of fresh) list.append(document.adoptNode(answer));
  document.querySelector('#answers').textContent = page.querySelector('#answers').textContent;
  Object.assign(live.dataset, page.querySelector('#live')?.dataset ?? { latest: newest });
  if (latest) latest.value = live.dataset.latest;
  for (const part of document.querySelector('#live-new').children) part.textContent = '';
  document.querySelector('#live-new button').hidden = true;
  fresh[0]?.setAttribute('tabindex', '-1');
  fresh[0]?.focus();
}

// A page that nobody looks at needs no line of its own: browsers have few for one site.
document.addEventListener('visibilitychange', () => (document.hidden ? stop() : listen()));
window.addEventListener('pagehide', stop);
window.addEventListener('pageshow', ({ persisted }) => persisted && listen());
if (!document.hidden) listen();

let saidAt = -SAY_AGAIN;
document.querySelector('#body')?.addEventListener('input', ({ timeStamp }) => {
  if (!answering || timeStamp - saidAt < SAY_AGAIN) return;
  saidAt = timeStamp;
  isWriting = true;
  const body = new URLSearchParams({ on: '1' });
  const headers = { Accept: 'application/json' };
  fetch(answering.action, { method: 'POST', body, headers }).catch(() => undefined);
});
