// Each run a bar of what came of it; a click leads to its entries.
Tenantry.charts.runs = ({ names, runs }, colour, chart) => {
  const looks = [
    ['good', 'none'],
    ['accent', 'none'],
    ['warn', 'rect'],
    ['text', 'none'],
    ['warn', 'triangle'],
    ['muted', 'none'],
    ['bad', 'none'],
  ];
  const text = { color: colour('muted') };
  const sum = i => runs.reduce((all, run) => all + run.counts[i], 0);
  const skips = names.indexOf('Skipped');
  const others = names.reduce((all, _, i) => all + (i === skips ? 0 : sum(i)), 0);
  chart.off('click');
  chart.on('click', event => location.assign(runs[event.dataIndex].href));
  return {
    animation: false,
    grid: { left: 50, right: 16, top: 40, bottom: 40 },
    // many who are skipped would hide the others: the legend brings them back
    legend: { top: 0, textStyle: text, selected: { Skipped: others === 0 || sum(skips) < 10 * others } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText' },
    xAxis: { type: 'category', data: runs.map(run => run.began), axisLabel: { ...text, hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: colour('line') } } },
    series: names.map((name, i) => ({
      name,
      type: 'bar',
      stack: 'entries',
      barMaxWidth: 48,
      cursor: 'pointer',
      itemStyle: {
        color: colour(looks[i][0]),
        decal: looks[i][1] === 'none' ? undefined : { symbol: looks[i][1], color: colour('ground'), dashArrayX: [4, 4], dashArrayY: [4, 4] },
      },
      data: runs.map(run => run.counts[i]),
    })),
  };
};
