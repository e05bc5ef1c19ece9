// The keys of the audit desk. Each presses a button, follows a link or enters a field that stands
// on the page and says its key in data-key, so whatever a key does can be done without this script.

const FIELDS = 'input, textarea, select, [contenteditable]';

/** Set by the first decision: one page, one decision, however often a key or a button is pressed. */
let isDecided = false;

/** What carries the key and can be reached: in a folded part that is only what unfolds it. */
function controlFor(key) {
  const controls = [...document.querySelectorAll('[data-key]')].filter(
    (control) => control.dataset.key === key && !isFolded(control),
  );
  return controls.at(-1);
}

function isFolded(control) {
  const folded = control.closest('details:not([open])');
  return folded !== null && control.parentElement !== folded;
}

function press(control) {
  if (control.matches('textarea')) return control.focus();
  control.click();
  const details = control.matches('summary') ? control.parentElement : null;
  if (details?.open) details.querySelector('textarea, button')?.focus();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isDecided) return;
  if (event.target.closest(FIELDS)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const control = controlFor(event.key.toLowerCase());
  if (!control) return;
  event.preventDefault();
  press(control);
});

document.addEventListener('submit', (event) => {
  if (isDecided) event.preventDefault();
  isDecided = true;
});

// The page may come back from the browser's memory as it was left.
window.addEventListener('pageshow', () => {
  isDecided = false;
});

// What a page brings with it is not read aloud until it changes.
for (const said of document.querySelectorAll('[role=status] .grow')) {
  setTimeout(() => {
    said.textContent = String(said.textContent);
  }, 100);
}
