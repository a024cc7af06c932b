// Virtual time goes on in the bar, from what the server told, while the page is looked at.
(() => {
  const told = new WeakMap();

  function tick() {
    const time = document.querySelector('time[data-running]');
    if (!time || document.hidden) return;
    if (!told.has(time)) told.set(time, Date.parse(time.dateTime) - performance.now());
    time.textContent = new Date(told.get(time) + performance.now()).toUTCString().replace('GMT', 'UTC');
  }

  document.addEventListener('DOMContentLoaded', tick);
  document.addEventListener('htmx:afterSettle', tick);
  setInterval(tick, 1000);
})();
