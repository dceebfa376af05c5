import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** The row that was opened last, on which somebody who comes back goes on. */
let left = null;

const TYPING = 'input, textarea, select, [contenteditable], vaadin-combo-box, vaadin-select, vaadin-date-picker';
const IN_FRONT = 'vaadin-dialog[opened], vaadin-select[opened], vaadin-combo-box[opened]';

/**
 * The rows of the list of tasks. Rows that arrive while the list is open are marked for a moment. Several rows can be chosen, with the
 * mouse or the keyboard, for what can be done with several at once.
 */
class TaskRows extends LitElement {
  static properties = {
    texts: { state: true },
    list: { state: true },
    problem: { state: true },
    loadingMore: { state: true },
    news: { state: true },
    picked: { state: true },
  };

  #fresh = new Set();
  #from = null;

  constructor() {
    super();
    this.texts = {};
    this.list = null;
    this.problem = false;
    this.loadingMore = false;
    this.news = '';
    this.picked = new Set();
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
    document.addEventListener('keydown', this.#keys);
  }

  disconnectedCallback() {
    document.removeEventListener('visibilitychange', this.#seen);
    document.removeEventListener('keydown', this.#keys);
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
    this.#comeBack(list.rows);
    const there = new Set(list.rows.map((row) => row.id));
    this.picked = new Set([...this.picked].filter((id) => there.has(id)));
    this.problem = false;
    this.loadingMore = false;
    this.list = list;
  }

  showMore(sections, rows, more) {
    const known = new Set(this.list.rows.map((row) => row.id));
    const titled = new Set(this.list.sections.map((section) => section.key));
    this.loadingMore = false;
    this.list = {
      ...this.list,
      sections: [...this.list.sections, ...sections.filter((section) => !titled.has(section.key))],
      rows: [...this.list.rows, ...rows.filter((row) => !known.has(row.id))],
      more,
    };
  }

  failed() {
    this.problem = true;
    this.loadingMore = false;
  }

  /** Whoever comes back from a task is on its row again, or on the one that took its place. */
  #comeBack(rows) {
    if (!left || !rows.length || document.activeElement !== document.body) {
      return;
    }
    const row = rows.find((each) => each.id === left.id) ?? rows[Math.min(left.position, rows.length - 1)];
    this.focusOn = { id: row.id, button: false };
    left = null;
  }

  #leave(row) {
    left = { id: row.id, position: this.#links().findIndex((link) => link.closest('li').dataset.id === row.id) };
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

  #links() {
    return [...this.querySelectorAll('li a')];
  }

  #keys = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector(IN_FRONT)) {
      return;
    }
    const here = event.target.closest?.('lb-task-rows li');
    if (event.target.closest?.(TYPING) && !here) {
      return;
    }
    const step = { ArrowDown: 1, j: 1, J: 1, ArrowUp: -1, k: -1, K: -1 }[event.key];
    if (step && (here || event.target === document.body || event.target.localName === 'main')) {
      this.#move(step, here, event);
    } else if (event.key === 'x' && here) {
      this.#pick(here.dataset.id, !this.picked.has(here.dataset.id), false);
    } else if (event.key === '/') {
      event.preventDefault();
      document.querySelector('.lb-tasks .lb-search')?.focus();
    } else if (event.key === '?') {
      event.preventDefault();
      this.$server.keys();
    } else if (event.key === 'Escape' && this.picked.size) {
      this.picked = new Set();
    }
  };

  #move(step, here, event) {
    const links = this.#links();
    const at = here ? links.indexOf(here.querySelector('a')) : -1;
    const next = links[here ? at + step : 0];
    if (!next) {
      return;
    }
    event.preventDefault();
    if (event.shiftKey && here) {
      this.#pick(here.dataset.id, true, false);
      this.#pick(next.closest('li').dataset.id, true, false);
    }
    next.focus();
  }

  /** Chooses a row or not; up to there: all rows from the one that was chosen before. */
  #pick(id, chosen, upToThere) {
    const picked = new Set(this.picked);
    const ids = this.#links().map((link) => link.closest('li').dataset.id);
    const from = upToThere ? ids.indexOf(this.#from) : -1;
    const to = ids.indexOf(id);
    const range = from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1);
    range.forEach((each) => (chosen ? picked.add(each) : picked.delete(each)));
    this.#from = id;
    this.picked = picked;
  }

  #several(what) {
    this.$server.several(what, [...this.picked].join(','));
  }

  /** What was to be done with the chosen rows is done. Whoever was in the bar above them is on the first of them, not nowhere. */
  pickNone() {
    if (!document.activeElement?.closest?.('lb-task-rows li')) {
      this.querySelector('.lb-task-picked a')?.focus({ preventScroll: true });
    }
    this.picked = new Set();
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
    return html`<div class=${this.list.grouped ? 'lb-grouped' : ''}>
      ${this.picked.size ? this.#selection() : nothing}
      ${this.list.sections.map((section) => this.#section(section))}
      ${this.list.more
        ? html`<button type="button" class="lb-button lb-more" ?disabled=${this.loadingMore} @click=${this.#more}>
            ${this.loadingMore ? this.texts.loading : this.texts.more}
          </button>`
        : nothing}
    </div>`;
  }

  #selection() {
    const does = (what, text) => html`<button type="button" class="lb-button lb-button-small" @click=${() => this.#several(what)}>${text}</button>`;
    return html`<div class="lb-selection" role="region" aria-label=${this.texts.picked}>
      <span class="lb-count-picked" role="status">${this.picked.size === 1 ? this.texts.onePicked : this.texts.somePicked.replace('#', this.picked.size)}</span>
      ${does('claim', this.texts.claim)} ${does('release', this.texts.release)} ${does('assign', this.texts.assign)}
      ${does('postpone', this.texts.postpone)}
      <button type="button" class="lb-link-button" @click=${this.pickNone}>${this.texts.pickNone}</button>
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
      <h2 id=${id}>
        ${section.href ? html`<a href=${section.href}>${section.title}</a>` : section.title} <span class="lb-count">${section.count}</span>
      </h2>
      <ul>
        ${repeat(rows, (row) => row.id, (row) => this.#row(row))}
      </ul>
    </section>`;
  }

  #row(row) {
    const picked = this.picked.has(row.id);
    return html`<li data-id=${row.id} class="lb-task ${this.#fresh.has(row.id) ? 'lb-task-new' : ''} ${picked ? 'lb-task-picked' : ''}">
      <label class="lb-task-pick">
        <input type="checkbox" aria-label="${this.texts.pick}: ${row.step}, ${row.name}" .checked=${picked}
          @click=${(event) => this.#pick(row.id, event.target.checked, event.shiftKey)} />
      </label>
      <a href="taak/${row.id}" @click=${() => this.#leave(row)}><span class="lb-task-name">${row.name}</span> <span class="lb-task-step">${row.step}</span></a>
      <span class="lb-task-about">${row.phase ? html`<span>${row.phase}</span>` : nothing}<span>${row.who}</span></span>
      <span class="lb-task-due">
        <span class="lb-chip ${row.style}" title=${row.date ?? nothing}>${row.due}</span>
        ${row.postponed ? html`<span class="lb-quiet lb-task-later">${row.postponed}</span>` : nothing}
      </span>
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
