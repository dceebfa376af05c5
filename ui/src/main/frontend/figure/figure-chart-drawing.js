import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([AriaComponent, BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const COLOURS = ['#1f5f8b', '#c98a1b', '#4c7a5a'];
const EARLIER = '#8fa1b3';
const INK = '#1d2733';
const BAR = 22;

/** Draws into the host, with the chart that is already there if there is one. */
export function draw(host, chart, figure, { animation }) {
  const style = getComputedStyle(host);
  const several = figure.series.length > 1;
  const labelWidth = figure.horizontal ? Math.min(200, Math.max(110, host.clientWidth * 0.36)) : 90;
  if (figure.horizontal) {
    const lines = Math.max(...figure.categories.map((name) => Math.ceil((name.length * 7.5) / labelWidth)));
    const row = Math.max(figure.series.length * (BAR + 4) + 16, lines * 16 + 12);
    host.style.height = `${figure.categories.length * row + (several ? 40 : 10) + 44}px`;
  } else {
    host.style.height = '260px';
  }
  const drawn = chart ?? init(host, null, { renderer: 'svg' });
  const names = {
    type: 'category',
    data: figure.categories,
    inverse: figure.horizontal,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: '#7b8794' } },
    axisLabel: { color: INK, fontSize: 13, width: labelWidth, overflow: 'break', interval: 0 },
  };
  const numbers = {
    type: 'value',
    minInterval: 1,
    name: figure.unit,
    nameLocation: figure.horizontal ? 'middle' : 'end',
    nameGap: figure.horizontal ? 26 : 14,
    nameTextStyle: { color: '#4a5663', align: figure.horizontal ? 'center' : 'left' },
    splitLine: { lineStyle: { color: '#e3e8ee' } },
    axisLabel: { color: '#4a5663', fontSize: 12 },
  };
  drawn.setOption(
    {
      animation,
      // The host carries the label; patterns keep the series apart without colour.
      aria: { enabled: true, label: { enabled: false }, decal: { show: several } },
      textStyle: { fontFamily: style.fontFamily, color: INK },
      grid: { left: 4, right: figure.horizontal ? 92 : 16, top: several ? 40 : figure.horizontal ? 6 : 36, bottom: figure.horizontal ? 24 : 4, containLabel: true },
      legend: { show: several, top: 0, left: 0, icon: 'roundRect', textStyle: { color: INK, fontSize: 13 } },
      tooltip: { trigger: 'item', renderMode: 'richText', formatter: (item) => `${item.name}: ${item.data.text}` },
      xAxis: figure.horizontal ? numbers : names,
      yAxis: figure.horizontal ? names : numbers,
      series: figure.series.map((series, index) => ({
        type: 'bar',
        name: series.name,
        barMaxWidth: figure.horizontal ? BAR : 56,
        itemStyle: { color: COLOURS[index % COLOURS.length], borderRadius: 3 },
        label: {
          show: true,
          position: figure.horizontal ? 'right' : 'top',
          color: INK,
          fontSize: 13,
          formatter: (item) => item.data.text,
        },
        data: series.points.map((point) => ({
          value: point.value,
          text: point.text,
          ...(point.earlier ? { itemStyle: { color: EARLIER } } : {}),
        })),
      })),
    },
    true,
  );
  drawn.resize();
  return drawn;
}
