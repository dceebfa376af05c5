/**
 * Bars beside a table that says the same: the table is the content, this is its picture. The drawing library is loaded
 * when the first chart is shown.
 */
class FigureChart extends HTMLElement {
  #chart;
  #shown;
  #observer;

  connectedCallback() {
    this.style.display = 'block';
    this.#observer = new ResizeObserver(() => this.#chart?.resize());
    this.#observer.observe(this);
    if (this.#shown && !this.#chart) this.show(this.#shown);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
  }

  /**
   * Draws bars.
   *
   * @param {{horizontal: boolean, unit: string, categories: string[],
   *     series: {name: string, points: {value: number, text: string, earlier: boolean}[]}[]}} figure
   */
  async show(figure) {
    this.#shown = figure;
    const { draw } = await import('./figure-chart-drawing.js');
    if (this.#shown !== figure || !this.isConnected) return;
    this.#chart = draw(this, this.#chart, figure, {
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    });
    this.setAttribute('data-shown', '');
  }
}

customElements.define('figure-chart', FigureChart);
