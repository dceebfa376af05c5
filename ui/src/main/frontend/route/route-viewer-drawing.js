import Viewer from 'bpmn-js/lib/Viewer';
import css from 'bpmn-js/dist/assets/diagram-js.css?inline';

/** A viewer in a container inside this shadow root. Nothing of the watermark is touched. */
export function createViewer(container, root) {
  if (!root.querySelector('style[data-diagram]')) {
    const style = document.createElement('style');
    style.dataset.diagram = '';
    style.textContent = css;
    root.prepend(style);
  }
  return new Viewer({ container });
}
