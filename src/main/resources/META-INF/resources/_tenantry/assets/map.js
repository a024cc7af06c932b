// The map: what the rows of the page's tables say, as a picture. Tenants stand on an ellipse, two of them side by side.
Tenantry.charts.map = (_, colour, chart) => {
  const rows = kind => [...document.querySelectorAll(`[data-${kind}]`)].map(row => row.dataset);
  // in rich text braces and bars mean something
  const plain = text => text.replace(/[{}|]/g, ' ');
  const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const tenants = rows('tenant');
  const known = new Set(tenants.map(tenant => tenant.tenant));
  const jobs = rows('job').filter(job => known.has(job.to));
  const carried = new Set(jobs.map(job => job.from + job.to));
  const relations = rows('relation').filter(each => each.relation !== 'closed' && !carried.has(each.from + each.to));
  const [width, height] = [chart.getWidth(), chart.getHeight()];
  const narrow = width < 700;
  const few = tenants.length <= 3;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const tones = { good: colour('good'), warn: colour('warn'), bad: colour('bad'), '': colour('muted') };
  const [text, muted, surface, accent] = ['text', 'muted', 'surface', 'accent'].map(colour);

  function place(index) {
    if (tenants.length === 1) return [width / 2, height / 2 - 20];
    const side = few ? Math.min(110, width / 4) : Math.min(190, 0.32 * width);
    const angle = (2 * Math.PI * index) / tenants.length + (tenants.length === 2 ? Math.PI : -Math.PI / 2);
    const across = tenants.length === 2 ? Math.min(width / 2 - side, 330) : width / 2 - side;
    return [width / 2 + across * Math.cos(angle), height / 2 + (height / 2 - 80) * Math.sin(angle) - (few ? 16 : 0)];
  }

  // names stand outside of the ellipse, where no line goes
  function side([x, y]) {
    if (few || Math.abs(x - width / 2) < width / 20) return { position: !few && y < height / 2 ? 'top' : 'bottom', align: 'center', room: few ? width / 2.2 : width / 2 };
    return x > width / 2 ? { position: 'right', align: 'left', room: width - x - 30 } : { position: 'left', align: 'right', room: x - 30 };
  }

  const people = tenant => `${Number(tenant.people).toLocaleString('en')} people, ${Number(tenant.external).toLocaleString('en')} external`;

  const nodes = tenants.map((tenant, index) => {
    const at = place(index);
    const beside = side(at);
    const name = short(plain(tenant.name), Math.min(28, Math.floor(beside.room / 9)));
    const facts = narrow && !few ? '' : `\n{facts|${people(tenant)}${tenant.cloud ? `, ${plain(tenant.cloud)}` : ''}}`;
    return {
      id: tenant.tenant,
      name: tenant.tenant,
      value: at,
      symbolSize: few ? 56 : Math.min(44, 20 + 4 * Math.log10(1 + Number(tenant.people))),
      label: { position: beside.position, align: beside.align, formatter: `{name|${name}}${facts}` },
      told: `${plain(tenant.name)}\n${people(tenant)}`,
      href: `/_tenantry/console/tenants/${tenant.tenant}`,
    };
  });
  const nameOf = Object.fromEntries(tenants.map(tenant => [tenant.tenant, plain(tenant.name)]));
  const between = {};
  // several jobs between the same two stand beside each other
  const bend = ({ from, to }) => (few ? 0.14 : 0.06) + 0.1 * (between[from + to] = (between[from + to] ?? -1) + 1);

  function progress(job) {
    if (job.running !== 'true') return plain(job.state);
    return job.percent ? `running, ${job.percent} %` : 'running';
  }

  const labelled = !narrow && jobs.length <= 6;
  const arrows = jobs.map(job => ({
    source: job.from,
    target: job.to,
    lineStyle: { color: tones[job.tone], width: labelled ? 3 : 1.5, type: 'solid', curveness: bend(job) },
    label: { show: labelled, formatter: `{job|${short(plain(job.name), 28)}}\n{state|${progress(job)}: ${job.counts}}` },
    told: `${plain(job.name)}\n${nameOf[job.from]} → ${nameOf[job.to]}\n${progress(job)}\nlast ${job.last || 'never'}, next ${job.next || 'none'}\n${job.counts}`,
    href: job.job,
  }));
  const lines = relations.map(each => ({
    source: each.from,
    target: each.to,
    lineStyle: {
      color: each.relation === 'open' ? accent : muted,
      width: each.relation === 'open' ? 2 : 1,
      type: each.relation === 'open' ? 'dashed' : 'dotted',
      curveness: bend(each),
    },
    told: `${nameOf[each.from]} → ${nameOf[each.to]}\n${each.relation}`,
    href: `/_tenantry/console/tenants/${each.to}`,
  }));
  const at = Object.fromEntries(nodes.map(node => [node.id, node.value]));
  const moving = calm
    ? []
    : arrows
        .filter((_, index) => jobs[index].running === 'true')
        .map(arrow => ({ coords: [at[arrow.source], at[arrow.target]], lineStyle: { curveness: arrow.lineStyle.curveness }, effect: { color: arrow.lineStyle.color } }));

  if (!chart.leads) {
    chart.leads = true;
    chart.on('click', event => event.data && event.data.href && location.assign(event.data.href));
  }
  const axis = { type: 'value', min: 0, show: false };
  return {
    animation: false,
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { ...axis, max: width },
    yAxis: { ...axis, max: height, inverse: true },
    tooltip: { renderMode: 'richText', confine: true, formatter: event => event.data.told, backgroundColor: surface, textStyle: { color: text } },
    series: [
      {
        id: 'map',
        type: 'graph',
        coordinateSystem: 'cartesian2d',
        layout: 'none',
        cursor: 'pointer',
        itemStyle: { color: accent, borderColor: surface, borderWidth: 4 },
        label: {
          show: true,
          distance: 8,
          color: text,
          rich: { name: { color: text, fontWeight: 700, fontSize: 14, lineHeight: 20 }, facts: { color: muted, fontSize: 12, lineHeight: 16 } },
        },
        edgeLabel: {
          show: false,
          backgroundColor: surface,
          padding: [2, 6],
          borderRadius: 4,
          rich: { job: { color: text, fontWeight: 600, fontSize: 12, lineHeight: 17 }, state: { color: muted, fontSize: 12, lineHeight: 16 } },
        },
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: labelled ? 12 : 8,
        lineStyle: { opacity: labelled ? 1 : 0.6 },
        emphasis: { focus: few ? 'none' : 'adjacency', lineStyle: { opacity: 1 } },
        data: nodes,
        links: [...lines, ...arrows],
      },
      {
        id: 'moving',
        type: 'lines',
        coordinateSystem: 'cartesian2d',
        silent: true,
        lineStyle: { opacity: 0 },
        effect: { show: true, period: 2, symbol: 'circle', symbolSize: 9, trailLength: 0 },
        data: moving,
      },
    ],
  };
};
