// Ctrl+Enter, or Cmd+Enter, in a field of many lines presses the button of its form.

document.addEventListener('keydown', (event) => {
  const isChord = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat;
  if (!isChord || !event.target.matches('textarea')) return;
  event.preventDefault();
  const { form } = event.target;
  const main = form?.querySelector('button.primary[type=submit]');
  form?.requestSubmit(main ?? form.querySelector('button[type=submit]'));
});
