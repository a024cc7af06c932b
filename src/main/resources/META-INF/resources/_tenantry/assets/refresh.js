// What is read anew takes nothing away from who is at work: it waits while something is pressed, and where something is typed that was not sent.
// The focus stays where it is.
(() => {
  const typed = new WeakSet();
  const late = new Map();
  let pressed = false;
  let focused = null;

  const inUse = part => pressed || [...part.querySelectorAll('form')].some(form => typed.has(form));

  function press(now) {
    pressed = now;
    for (const [part, cause] of late) {
      if (inUse(part)) continue;
      late.delete(part);
      htmx.trigger(part, cause);
    }
  }

  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel']) {
    document.addEventListener(name, event => press((event.buttons & 1) === 1));
  }
  document.addEventListener('keydown', event => press(event.key === ' '));
  document.addEventListener('keyup', () => press(false));
  document.addEventListener('input', event => event.target.form && typed.add(event.target.form));
  document.addEventListener('submit', event => event.submitter?.name === 'preview' || typed.delete(event.target));

  document.addEventListener('htmx:beforeOnLoad', event => {
    const cause = event.detail.requestConfig.triggeringEvent?.type ?? '';
    if (!/^(sse:.*|changed)$/.test(cause) || !inUse(event.target)) return;
    event.preventDefault();
    late.set(event.target, cause);
  });

  const alike = (part, element) => [...part.querySelectorAll(element.localName)].filter(each => each.isEqualNode(element));

  document.addEventListener('htmx:beforeSwap', event => {
    const element = document.activeElement;
    focused = event.target.contains(element) ? { element, place: alike(event.target, element).indexOf(element) } : null;
  });
  document.addEventListener('htmx:afterSwap', event => {
    if (focused && document.activeElement === document.body) alike(event.target, focused.element)[focused.place]?.focus({ preventScroll: true });
    focused = null;
  });
})();
