// Each request a dot: when, how long, and whether it went well.
Tenantry.charts.latency = (points, colour) => {
  const kinds = [
    ['Answered', 'good', 'circle', status => status > 0 && status < 400],
    ['Refused', 'warn', 'triangle', status => status >= 400 && status < 500],
    ['Failed', 'bad', 'diamond', status => status === 0 || status >= 500],
  ];
  const text = { color: colour('muted') };
  return {
    animation: false,
    grid: { left: 60, right: 16, top: 28, bottom: 24 },
    legend: { right: 0, textStyle: text },
    tooltip: { renderMode: 'richText', valueFormatter: value => `${value} ms` },
    xAxis: { type: 'time', axisLabel: text },
    yAxis: { type: 'log', min: 0.1, axisLabel: { ...text, formatter: '{value} ms' }, splitLine: { lineStyle: { color: colour('line') } } },
    series: kinds.map(([name, tone, symbol, is]) => ({
      name,
      type: 'scatter',
      symbol,
      symbolSize: 7,
      itemStyle: { color: colour(tone) },
      data: points.filter(point => is(point[2])).map(([at, took]) => [at, Math.max(0.1, took)]),
    })),
  };
};
