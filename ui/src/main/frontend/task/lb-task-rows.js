import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** The rows of the list of tasks. Rows that arrive while the list is open are marked for a moment. */
class TaskRows extends LitElement {
  static properties = {
    texts: { state: true },
    list: { state: true },
    problem: { state: true },
    loadingMore: { state: true },
    news: { state: true },
  };

  #fresh = new Set();

  constructor() {
    super();
    this.texts = {};
    this.list = null;
    this.problem = false;
    this.loadingMore = false;
    this.news = '';
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#seen);
    super.disconnectedCallback();
  }

  #seen = () => {
    if (document.visibilityState === 'visible') {
      this.$server?.refresh();
    }
  };

  setTexts(texts) {
    this.texts = texts;
  }

  show(list) {
    const known = new Set((this.list?.rows ?? []).map((row) => row.id));
    const arrived = !this.list || list.fresh ? [] : list.rows.filter((row) => !known.has(row.id));
    arrived.forEach((row) => this.#fresh.add(row.id));
    if (arrived.length) {
      this.news = arrived.length === 1 ? this.texts.oneNew : this.texts.someNew.replace('#', arrived.length);
      setTimeout(() => {
        arrived.forEach((row) => this.#fresh.delete(row.id));
        this.requestUpdate();
      }, 4000);
    }
    this.#rememberFocus(list.rows);
    this.problem = false;
    this.loadingMore = false;
    this.list = list;
  }

  showMore(rows, more) {
    const known = new Set(this.list.rows.map((row) => row.id));
    this.loadingMore = false;
    this.list = { ...this.list, rows: [...this.list.rows, ...rows.filter((row) => !known.has(row.id))], more };
  }

  failed() {
    this.problem = true;
    this.loadingMore = false;
  }

  /** Focus stays on its row; when that row goes, it moves to the row that takes its place. */
  #rememberFocus(rows) {
    const row = document.activeElement?.closest?.('lb-task-rows li');
    if (!row || !this.contains(row)) {
      this.focusOn = null;
      return;
    }
    const button = document.activeElement.localName === 'button';
    const remaining = new Set(rows.map((each) => each.id));
    const old = this.list.rows.map((each) => each.id);
    const from = old.indexOf(row.dataset.id);
    const id = [...old.slice(from), ...old.slice(0, from).reverse()].find((each) => remaining.has(each));
    this.focusOn = id ? { id, button: button && id === row.dataset.id } : null;
  }

  updated() {
    if (!this.focusOn) {
      return;
    }
    const { id, button } = this.focusOn;
    this.focusOn = null;
    const row = this.querySelector(`li[data-id="${id}"]`);
    const target = (button && row?.querySelector('button')) || row?.querySelector('a');
    if (target && target !== document.activeElement) {
      target.focus({ preventScroll: true });
    }
  }

  #keys(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) {
      return;
    }
    const links = [...this.querySelectorAll('li a')];
    const here = links.indexOf(event.target.closest('li')?.querySelector('a'));
    const next = links[here + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  render() {
    return html`
      <div class="lb-visually-hidden" role="status">${this.news}</div>
      ${this.problem
        ? html`<div class="lb-banner lb-banner-late" role="alert">
            ${this.texts.failed}
            <button type="button" class="lb-link-button" @click=${() => this.$server?.refresh()}>${this.texts.again}</button>
          </div>`
        : nothing}
      ${this.list ? this.#content() : this.problem ? nothing : this.#loading()}
    `;
  }

  #loading() {
    return html`<div class="lb-skeletons" role="status" aria-label=${this.texts.loading ?? ''}>
      ${[1, 2, 3, 4].map(() => html`<div class="lb-skeleton"></div>`)}
    </div>`;
  }

  #content() {
    if (!this.list.rows.length) {
      return html`<div class="lb-card lb-empty">
        <p>${this.list.empty}</p>
        ${this.list.filtered
          ? html`<button type="button" class="lb-button" @click=${() => this.$server.clearFilters()}>
              ${this.texts.clearFilters}
            </button>`
          : nothing}
      </div>`;
    }
    return html`<div @keydown=${this.#keys}>
      ${this.list.sections.map((section) => this.#section(section))}
      ${this.list.more
        ? html`<button type="button" class="lb-button lb-more" ?disabled=${this.loadingMore} @click=${this.#more}>
            ${this.loadingMore ? this.texts.loading : this.texts.more}
          </button>`
        : nothing}
    </div>`;
  }

  #more() {
    this.loadingMore = true;
    this.$server.more();
  }

  #section(section) {
    const rows = this.list.rows.filter((row) => row.section === section.key);
    if (!rows.length) {
      return nothing;
    }
    const id = `deel-${section.key.toLowerCase()}`;
    return html`<section class="lb-task-section" aria-labelledby=${id}>
      <h2 id=${id}>${section.title} <span class="lb-count">${section.count}</span></h2>
      <ul>
        ${repeat(rows, (row) => row.id, (row) => this.#row(row))}
      </ul>
    </section>`;
  }

  #row(row) {
    return html`<li data-id=${row.id} class="lb-task ${this.#fresh.has(row.id) ? 'lb-task-new' : ''}">
      <a href="taak/${row.id}"><span class="lb-task-name">${row.name}</span> <span class="lb-task-step">${row.step}</span></a>
      <span class="lb-task-about">${row.phase ? html`<span>${row.phase}</span>` : nothing}<span>${row.who}</span></span>
      <span class="lb-chip ${row.style}" title=${row.date ?? nothing}>${row.due}</span>
      <span class="lb-task-action">
        ${row.claimable ? this.#button(row, this.texts.claim, () => this.$server.claim(row.id)) : nothing}
        ${row.releasable ? this.#button(row, this.texts.release, () => this.$server.release(row.id)) : nothing}
      </span>
    </li>`;
  }

  #button(row, text, action) {
    return html`<button type="button" class="lb-button lb-button-small" aria-label="${text}: ${row.step}, ${row.name}"
      @click=${action}>${text}</button>`;
  }
}

customElements.define('lb-task-rows', TaskRows);
