/**
 * A drawn route, to look at: fits the width, marks what is done, current and skipped, and can be zoomed and moved with
 * the mouse, by touch and with the keyboard. The drawing library is loaded when the first drawing is shown.
 */
const ZOOM_STEP = 1.25;
const PAN_STEP = 80;
const LARGEST_SCALE = 2.5;
/** Below this scale the names in the drawing cannot be read; a narrow screen then starts at the current step instead. */
const READABLE_SCALE = 0.62;
const MARGIN = 16;

const TEMPLATE = `
  <style>
    :host { display: block; position: relative; }
    :host([hidden]) { display: none; }
    .frame {
      position: relative; height: 260px; overflow: hidden; background: #fff; color: #1d2733;
      border: 1px solid var(--route-border, #c9d1da); border-radius: 8px; cursor: grab; touch-action: pan-y;
    }
    .frame.free { touch-action: none; }
    .frame.moving { cursor: grabbing; }
    .frame svg:focus-visible { outline: 3px solid var(--route-focus, #1559b0); outline-offset: -3px; }
    .tools { display: flex; gap: 4px; justify-content: flex-end; margin-block-end: 6px; }
    .tools button {
      min-width: 36px; height: 36px; font: inherit; font-size: 18px; line-height: 1; color: #1d2733; background: #fff;
      border: 1px solid #7b8794; border-radius: 6px; cursor: pointer;
    }
    .tools button:hover { background: #eef3f8; }
    .tools button:focus-visible { outline: 3px solid var(--route-focus, #1559b0); outline-offset: 1px; }
    .summary { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .djs-outline, .djs-hit, .djs-drag-group { fill: none; }
    .state-done > .djs-visual > :first-child { fill: #e3f2e6 !important; stroke: #2b6b3a !important; }
    .state-current > .djs-visual > :first-child {
      fill: #fff3d1 !important; stroke: #8a5200 !important; stroke-width: 4px !important;
    }
    .state-skipped > .djs-visual > :first-child {
      fill: #f1f2f4 !important; stroke: #5f6b78 !important; stroke-dasharray: 6 4 !important;
    }
    .badge {
      display: inline-block; padding: 2px 7px; border-radius: 10px; font: 600 12px/1.3 sans-serif; white-space: nowrap;
      color: #fff; background: #5f6b78; pointer-events: none;
    }
    .badge.done { background: #2b6b3a; }
    .badge.current { background: #8a5200; }
    @media print { .tools { display: none; } }
  </style>
  <div class="tools" part="tools">
    <button type="button" data-do="out">−</button>
    <button type="button" data-do="in">+</button>
    <button type="button" data-do="fit">⤢</button>
  </div>
  <div class="frame" part="frame"></div>
  <p class="summary" id="summary"></p>
`;

class RouteViewer extends HTMLElement {
  #viewer;
  #shown;
  #fitted = true;
  #observer;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).innerHTML = TEMPLATE;
    this.shadowRoot.querySelector('.tools').addEventListener('click', (event) => {
      const action = event.target.dataset.do;
      if (action === 'fit') this.#fit();
      else if (action) this.#zoomBy(action === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
    });
    this.#frame.addEventListener('keydown', (event) => this.#key(event));
    this.#frame.addEventListener('pointerdown', (event) => this.#drag(event));
  }

  connectedCallback() {
    let width = 0;
    this.#observer = new ResizeObserver(([entry]) => {
      // The height follows from the width; only a new width asks for a new fit.
      if (Math.abs(entry.contentRect.width - width) > 1) {
        width = entry.contentRect.width;
        this.#resized();
      }
    });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    this.#observer.disconnect();
  }

  /**
   * Shows a drawing.
   *
   * @param {{xml: string, label: string, summary: string, states: Object<string, string>, badges: Object<string, string>,
   *     texts: {zoomIn: string, zoomOut: string, fit: string}}} drawing
   */
  async show(drawing) {
    this.#shown = drawing;
    const texts = { in: drawing.texts.zoomIn, out: drawing.texts.zoomOut, fit: drawing.texts.fit };
    this.shadowRoot.querySelectorAll('button').forEach((button) => {
      button.setAttribute('aria-label', texts[button.dataset.do]);
      button.title = texts[button.dataset.do];
    });
    this.shadowRoot.querySelector('#summary').textContent = drawing.summary;
    const { createViewer } = await import('./route-viewer-drawing.js');
    if (this.#shown !== drawing) return;
    this.#viewer?.destroy();
    this.#viewer = createViewer(this.#frame, this.shadowRoot);
    await this.#viewer.importXML(drawing.xml);
    if (this.#shown !== drawing) return;
    const svg = this.#frame.querySelector('svg');
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', drawing.label);
    svg.setAttribute('aria-describedby', 'summary');
    svg.setAttribute('tabindex', '0');
    this.#viewer.get('eventBus').on('element.click', ({ element }) => {
      const detail = { elementId: element.businessObject?.id ?? element.id };
      this.dispatchEvent(new CustomEvent('element-click', { detail }));
    });
    this.#mark(drawing);
    this.#fit();
    this.setAttribute('data-shown', '');
  }

  #mark({ states, badges }) {
    const canvas = this.#viewer.get('canvas');
    const overlays = this.#viewer.get('overlays');
    const elements = this.#viewer.get('elementRegistry');
    for (const [id, state] of Object.entries(states)) {
      if (elements.get(id)) canvas.addMarker(id, `state-${state}`);
    }
    for (const [id, text] of Object.entries(badges)) {
      if (!elements.get(id)) continue;
      const html = document.createElement('span');
      html.className = `badge ${states[id] ?? ''}`;
      html.textContent = text;
      overlays.add(id, { position: { top: -11, left: 6 }, scale: { min: 0.8 }, html });
    }
  }

  get #frame() {
    return this.shadowRoot.querySelector('.frame');
  }

  get #box() {
    return this.#viewer.get('canvas').viewbox().inner;
  }

  #resized() {
    if (!this.#viewer?.getDefinitions?.()) return;
    if (this.#fitted) this.#fit();
    else this.#viewer.get('canvas').resized();
  }

  /** The whole width in view where that can be read; on a narrow screen readable, at the current step. */
  #fit() {
    if (!this.#viewer) return;
    const canvas = this.#viewer.get('canvas');
    const width = this.#frame.clientWidth;
    if (!width) return;
    this.#fitted = true;
    const box = this.#box;
    const whole = (width - 2 * MARGIN) / box.width;
    const scale = Math.min(1, Math.max(whole, READABLE_SCALE));
    const tallest = Math.max(240, window.innerHeight * 0.7);
    // Room below for the watermark, which nothing may overlap.
    this.#frame.style.height = `${Math.round(Math.min(tallest, box.height * scale + 2 * MARGIN + 36))}px`;
    canvas.resized();
    const view = { width: width / scale, height: this.#frame.clientHeight / scale };
    const margin = MARGIN / scale;
    const current = this.#current();
    const at = (start, length, seen, centre) =>
      centre === undefined ? start - margin : Math.max(start - margin, Math.min(centre - seen / 2, start + length + margin - seen));
    canvas.viewbox({
      x: scale > whole + 0.001 ? at(box.x, box.width, view.width, current && current.x + current.width / 2) : box.x - (view.width - box.width) / 2,
      y: at(box.y, box.height + 36 / scale, view.height, current && current.y + current.height / 2),
      ...view,
    });
    this.#freedom();
  }

  /** The smallest current element: a step rather than the phase around it. */
  #current() {
    const elements = this.#viewer.get('elementRegistry');
    return Object.entries(this.#shown.states)
      .filter(([, state]) => state === 'current')
      .map(([id]) => elements.get(id))
      .filter(Boolean)
      .sort((a, b) => a.width * a.height - b.width * b.height)[0];
  }

  #zoomBy(factor) {
    if (!this.#viewer) return;
    const canvas = this.#viewer.get('canvas');
    this.#fitted = false;
    canvas.zoom(Math.min(LARGEST_SCALE, Math.max(0.15, canvas.zoom() * factor)), 'auto');
    this.#freedom();
  }

  /** Touch scrolls the page up and down, unless the drawing itself is taller than its frame. */
  #freedom() {
    const { height } = this.#viewer.get('canvas').viewbox();
    this.#frame.classList.toggle('free', this.#box.height > height + 1);
  }

  #key(event) {
    const pan = { ArrowLeft: [PAN_STEP, 0], ArrowRight: [-PAN_STEP, 0], ArrowUp: [0, PAN_STEP], ArrowDown: [0, -PAN_STEP] }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#viewer) return;
    if (pan) this.#pan(...pan);
    else if (event.key === '+' || event.key === '=') this.#zoomBy(ZOOM_STEP);
    else if (event.key === '-') this.#zoomBy(1 / ZOOM_STEP);
    else if (event.key === '0') this.#fit();
    else return;
    event.preventDefault();
  }

  #pan(dx, dy) {
    this.#fitted = false;
    this.#viewer.get('canvas').scroll({ dx, dy });
  }

  #drag(start) {
    if (start.button !== 0 || !this.#viewer || start.target.closest?.('a')) return;
    const frame = this.#frame;
    let { clientX: x, clientY: y } = start;
    const move = (event) => {
      if (event.pointerId !== start.pointerId) return;
      frame.classList.add('moving');
      this.#pan(event.clientX - x, frame.classList.contains('free') || event.pointerType === 'mouse' ? event.clientY - y : 0);
      ({ clientX: x, clientY: y } = event);
    };
    const stop = (event) => {
      if (event.pointerId !== start.pointerId) return;
      frame.classList.remove('moving');
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', stop);
      window.removeEventListener('pointercancel', stop);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', stop);
    window.addEventListener('pointercancel', stop);
  }
}

customElements.define('route-viewer', RouteViewer);
