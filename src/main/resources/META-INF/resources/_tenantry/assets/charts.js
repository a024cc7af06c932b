// Draws each [data-chart] with the function of that name in Tenantry.charts, from the JSON at data-source or, without one,
// from what its page tells; again when that page changed.
window.Tenantry = { charts: {} };
(() => {
  const drawn = new Map();
  const probe = document.createElement('span');

  // A token as the browser resolves it: light or dark.
  function colour(name) {
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  }

  async function facts(element) {
    if (!element.dataset.source) return {};
    const answer = await fetch(element.dataset.source, { headers: { Accept: 'application/json' } });
    return answer.ok ? answer.json() : null;
  }

  async function draw(element) {
    const found = await facts(element);
    if (!found) return;
    const chart = drawn.get(element) || echarts.init(element, null, { renderer: 'canvas' });
    drawn.set(element, chart);
    chart.setOption(Tenantry.charts[element.dataset.chart](found, colour, chart), { notMerge: element.dataset.source !== undefined });
  }

  function drawAll() {
    for (const [element, chart] of drawn) {
      if (!element.isConnected) {
        chart.dispose();
        drawn.delete(element);
      }
    }
    document.querySelectorAll('[data-chart]').forEach(draw);
  }

  document.addEventListener('DOMContentLoaded', drawAll);
  document.addEventListener('htmx:afterSettle', event => event.target.querySelector('[data-chart], [data-feeds-chart]') && drawAll());
  window.addEventListener('resize', () => {
    drawn.forEach(chart => chart.resize());
    document.querySelectorAll('[data-chart]:not([data-source])').forEach(draw);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
})();
