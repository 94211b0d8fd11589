/* The console works without this file; with it a page need not be loaded again for small things. */
(() => {
  const notSent = document.getElementById('chua-gui');
  const say = (words) => {
    if (notSent) notSent.textContent = words;
  };
  for (const event of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
    document.addEventListener(event, (fault) => {
      // A look that failed by itself is tried again; only what somebody asked for is told.
      if (!fault.detail.elt?.matches('[hx-trigger*="every"]')) say(notSent?.dataset.words ?? '');
    });
  }
  document.addEventListener('htmx:beforeRequest', () => say(''));

  // Something to be put into the field that a button names, where the cursor stands: a line of its own, or a word apart.
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-insert]');
    const field = button && document.getElementById(button.dataset.into);
    if (!field) return;
    const { selectionStart: from, selectionEnd: to, value } = field;
    const { insert } = button.dataset;
    const at = from ?? value.length;
    const gap = insert.endsWith('\n') ? '\n' : ' ';
    const isApart = at === 0 || value[at - 1] === '\n' || (gap === ' ' && value[at - 1] === ' ');
    field.setRangeText(isApart ? insert : gap + insert, at, to ?? value.length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
    event.preventDefault();
  });

  // What was typed and not sent yet is not lost by a wrong click.
  let dirty = false;
  document.addEventListener('input', (event) => {
    if (event.target.closest?.('form[data-guard]')) dirty = true;
  });
  document.addEventListener('submit', () => {
    dirty = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (dirty) event.preventDefault();
  });

  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', () => {
      const words = document.getElementById(button.dataset.copy)?.textContent ?? '';
      void navigator.clipboard.writeText(words).then(() => say(button.dataset.done ?? ''));
    });
  }
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
})();
