// Pictures that are pasted or dropped into a text, or chosen under it, are uploaded at once and put
// where the cursor is.

const field = document.querySelector('.editor textarea');
const status = document.querySelector('#body-status');
const details = document.querySelector('#body-pic');
const file = document.querySelector('#picture');
const alt = document.querySelector('#alt');

const say = (text) => (status.textContent = text);

async function upload(picture, shows) {
  say('The picture is on its way.');
  const form = new FormData();
  form.append('alt', shows);
  form.append('picture', picture);
  const response = await fetch('/pictures', { method: 'POST', body: form }).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok && answer) return answer;
  say(answer?.error ?? 'The picture did not arrive. Look at your connection and try again.');
  return undefined;
}

/** A paragraph of its own; what is selected then is what its writer has to say of it. */
function put({ markdown, src }, shows) {
  const before = field.value.slice(0, field.selectionStart);
  const gap = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const words = 'What it shows';
  const text = `${gap}${shows ? markdown : `![${words}](${src})`}\n\n`;
  const start = gap.length + 2;
  const select = shows ? undefined : [start, start + words.length];
  field.dispatchEvent(new CustomEvent('write', { bubbles: true, detail: { text, select } }));
}

async function takeAll(files) {
  for (const picture of files) {
    const taken = await upload(picture, '');
    if (!taken) return;
    put(taken, '');
  }
  say('The picture is in the text. Type what it shows. Are numbers and addresses hidden in it?');
}

const picturesOf = (data) =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

function take(event, data) {
  const files = picturesOf(data);
  if (files.length === 0) return;
  event.preventDefault();
  void takeAll(files);
}

async function takeChosen(button) {
  const [picture] = file.files;
  if (!picture || alt.value.trim() === '') {
    say(picture ? 'Say what the picture shows first.' : 'Choose a picture first.');
    (picture ? alt : file).focus();
    return;
  }
  button.disabled = true;
  const taken = await upload(picture, alt.value);
  button.disabled = false;
  if (!taken) return file.focus();
  put(taken, alt.value);
  file.value = alt.value = '';
  details.open = false;
  say('The picture is in the text.');
}

if (details) {
  field.addEventListener('paste', (event) => take(event, event.clipboardData));
  field.addEventListener('drop', (event) => take(event, event.dataTransfer));
  field.addEventListener('dragover', (event) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  });
  file.addEventListener('change', () => alt.focus());
  document.addEventListener('picture', () => {
    details.open = true;
    file.focus();
  });
  field.form.addEventListener('submit', (event) => {
    if (!event.submitter?.getAttribute('formaction')?.endsWith('/picture')) return;
    event.preventDefault();
    void takeChosen(event.submitter);
  });
}
