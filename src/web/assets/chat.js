// Quick exit by pressing Escape twice, Enter to send, and keeping the newest message in view. The page works without it.
let lastEscape = 0;
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    const now = Date.now();
    if (now - lastEscape < 1500) leave();
    lastEscape = now;
  }
  if (event.key === 'Enter' && !event.shiftKey && event.target.id === 'words') {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('.exit')) {
    event.preventDefault();
    leave();
  }
});
function leave() {
  // Empties what is on the screen at once, then replaces this page so that "back" does not return to it.
  document.body.replaceChildren();
  location.replace('/chat/thoat');
}
document.addEventListener('htmx:afterSwap', () => {
  const last = document.querySelector('.talk li:last-child');
  if (last) last.scrollIntoView({ block: 'start' });
  const words = document.getElementById('words');
  if (words && document.activeElement === document.body) words.focus({ preventScroll: true });
});
