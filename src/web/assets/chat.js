// Makes the page nicer where there is script: quick exit by Escape twice, Enter to send, the talk renewed in place.
// Plain syntax on purpose: phones in use are old. Everything works without this file.
(() => {
  const byId = (id) => document.getElementById(id);
  const LEAVE_KEY_WITHIN_MS = 2000;
  const LEAVE_LATEST_MS = 1500;
  const hasKeyboard = matchMedia('(hover: hover) and (pointer: fine)').matches;

  // Quick exit: empties the screen at once and replaces this page, so that "back" does not return to it. Our server
  // clears the cookie and sends the browser on; should it be slow, the browser goes there by itself.
  // What shall go too is told ahead of the way out, which takes the cookie along; offered only where that can be done.
  const eraseToo = byId('xoa-khi-thoat') || {};
  const offered = byId('thoat-xoa');
  if (offered && navigator.sendBeacon) offered.hidden = false;
  let lastEscape = Number.NEGATIVE_INFINITY;
  const leave = () => {
    document.title = '…';
    document.body.textContent = '';
    if (eraseToo.checked) navigator.sendBeacon('/chat/thoat?xoa=1');
    location.replace('/chat/thoat');
    setTimeout(() => {
      navigator.sendBeacon('/chat/thoat');
      location.replace('https://www.google.com/');
    }, LEAVE_LATEST_MS);
  };
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const now = performance.now();
    if (now - lastEscape < LEAVE_KEY_WITHIN_MS) return leave();
    lastEscape = now;
    const hint = byId('thoat-nhac');
    if (!hint) return;
    hint.textContent = hint.dataset.again;
    setTimeout(() => {
      hint.textContent = '';
    }, LEAVE_KEY_WITHIN_MS);
  });
  addEventListener('click', (event) => {
    if (!event.target.closest('.exit')) return;
    event.preventDefault();
    leave();
  });

  // Enter sends where there is a real keyboard; on a phone it begins a new line, as people expect there.
  addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !hasKeyboard) return;
    if (event.target.id !== 'words') return;
    event.preventDefault();
    event.target.form.querySelector('.main').click();
  });

  // Renews the talk line by line: what is being read stays where it is, and a screen reader hears only what is new.
  const renewLines = (have, fresh) => {
    for (const line of Array.from(have.children)) if (!fresh.querySelector(`#${line.id}`)) line.remove();
    Array.from(fresh.children).forEach((line, nth) => {
      if (!byId(line.id)) have.insertBefore(line, have.children[nth] || null);
    });
  };
  htmx.defineExtension('keep-lines', {
    isInlineSwap: (style) => style === 'keep-lines',
    handleSwap(style, target, fragment) {
      if (style !== 'keep-lines') return false;
      const fresh = (id) => fragment.querySelector(`#${id}`);
      renewLines(target.querySelector('.talk'), fragment.querySelector('.talk'));
      byId('cu-hon').replaceChildren(...fresh('cu-hon').childNodes);
      // Emptied when the form is sent; news that come meanwhile leave a fault where it is.
      if (fresh('loi').textContent) byId('loi').textContent = fresh('loi').textContent;
      byId('once').value = fresh('once').value;
      const examples = byId('cau-mau');
      if (examples && target.querySelector('.talk').children.length > 0) examples.remove();
      const lookAgain = fresh('nhin-lai');
      byId('nhin-lai').replaceWith(lookAgain);
      const choices = byId('lua-chon');
      const nowChoices = fresh('lua-chon');
      if (textOf(choices) === textOf(nowChoices)) return [lookAgain];
      const hadFocus = choices.contains(document.activeElement);
      choices.replaceWith(nowChoices);
      if (hadFocus) focusAfter(nowChoices);
      return [lookAgain, nowChoices];
    },
  });
  const textOf = (choices) =>
    Array.from(choices.querySelectorAll('button'), (button) => `${button.value}\n${button.textContent}`).join('\n');
  // The pressed button is gone: Tab goes on from the next choices, or from the field.
  const focusAfter = (choices) => {
    const next = choices.querySelector('button') ? choices : byId('words');
    if (next === choices || hasKeyboard) next.focus({ preventScroll: true });
  };

  // What is typed leaves the field only when it was taken, and what was typed meanwhile stays.
  let sent;
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.target.id === 'nhin-lai' && document.hidden) event.preventDefault();
    if (event.target.id !== 'hoi') return;
    const values = event.detail.requestConfig.formData;
    sent = values.has('press') || values.has('example') ? '' : byId('words').value;
    byId('loi').textContent = '';
  });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.target.id !== 'hoi' || event.detail.xhr.status !== 200) return;
    const words = byId('words');
    if (sent && words.value.startsWith(sent)) words.value = words.value.slice(sent.length).trimStart();
    showLast();
  });
  // The newest answer begins below the last words of the person.
  const showLast = () => {
    const own = document.querySelectorAll('.talk .person');
    const last = own[own.length - 1];
    if (last) last.scrollIntoView({ block: 'start' });
  };
  document.addEventListener('htmx:afterSettle', (event) => {
    if (byId('m-cho') || event.target.id !== 'tro-chuyen') return;
    if (wasWaiting) showLast();
  });
  let wasWaiting = false;
  document.addEventListener('htmx:beforeSwap', (event) => {
    wasWaiting = byId('m-cho') !== null;
    // The bot is in trouble and still says whom to call; a page of something in front of it says nothing for us.
    const { xhr } = event.detail;
    if (event.target.id !== 'tro-chuyen' || xhr.status !== 503 || !xhr.responseText.includes('id="tro-chuyen"')) return;
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  });

  const notSent = (event) => {
    if (event.target.id !== 'hoi') return;
    const fault = byId('loi');
    const xhr = event.detail.xhr || {};
    if (xhr.status === 413) fault.textContent = fault.dataset.tooLong;
    else if (xhr.status === 429)
      fault.textContent = fault.dataset.tooMany.replace('{s}', xhr.getResponseHeader('retry-after') || '60');
    else fault.textContent = fault.dataset.notSent;
    fault.scrollIntoView({ block: 'nearest' });
  };
  for (const failed of ['htmx:sendError', 'htmx:responseError', 'htmx:timeout']) {
    document.addEventListener(failed, notSent);
  }

  // Back on the page: what came meanwhile is shown at once.
  const lookAgain = () => {
    const looking = byId('nhin-lai');
    if (looking && !document.hidden) htmx.trigger(looking, 'look-again');
  };
  document.addEventListener('visibilitychange', lookAgain);
  addEventListener('pageshow', (event) => {
    if (event.persisted) lookAgain();
  });
})();
