// When a submission is refused, the sentence that says why and what to do stands above the form, with field and basis.
import { chinese, element } from './webapp-place.js';

const SUBMISSION = /\/(?:task|process-definition)\/.+\/(?:submit-form|complete|claim|unclaim|assignee)(?:\?|$)/;
const SCHEMA = /\/(?:deployed-form|deployed-start-form)(?:\?|$)/;

const labels = new Map();

function remember(components, group) {
  for (const component of components || []) {
    const name = component.key || component.path;
    const label = component.label || component.dateLabel;
    if (name && label) {
      labels.set(name, group ? `${group} › ${label}` : label);
    }
    remember(component.components, component.type === 'group' ? component.label : undefined);
  }
}

/** `problems[1].due` becomes 问题 第 2 项 · 期限 */
export function fieldName(field) {
  return field
    .split('.')
    .map(part => {
      const [, name, row] = part.match(/^([^[]+)(?:\[(\d+)])?/) || [part, part];
      const label = labels.get(name) || name;
      if (row === undefined) {
        return label;
      }
      return chinese ? `${label} 第 ${Number(row) + 1} 项` : `${label} item ${Number(row) + 1}`;
    })
    .join(' · ');
}

function line(name, value) {
  const row = element('p', 'duban-refusal-line');
  row.append(element('span', 'duban-refusal-name', name), element('span', '', value));
  return row;
}

function title(url) {
  const taking = /\/claim(?:\?|$)/.test(url);
  const giving = /\/(?:unclaim|assignee)(?:\?|$)/.test(url);
  if (chinese) {
    return taking ? '未能认领' : giving ? '未能更改办理人' : '未能提交';
  }
  return taking ? 'Not claimed' : giving ? 'Not assigned' : 'Not submitted';
}

function panel(problem, url) {
  const box = element('section', 'duban-refusal');
  box.setAttribute('role', 'alert');
  box.tabIndex = -1;
  const close = element('button', 'duban-refusal-close', '×');
  close.type = 'button';
  close.setAttribute('aria-label', chinese ? '关闭提示' : 'Close');
  close.addEventListener('click', () => box.remove());
  const sentence = chinese ? problem.detail : problem.detailEn || problem.detail;
  box.append(
    close,
    element('h4', 'duban-refusal-title', title(url)),
    element('p', 'duban-refusal-detail', sentence || problem.title)
  );
  if (problem.field) {
    box.append(line(chinese ? '栏目' : 'Field', fieldName(problem.field)));
  }
  if (problem.basis) {
    const clause = /\p{Script=Han}/u.test(problem.basis);
    box.append(line(chinese ? (clause ? '依据' : '规则编号') : (clause ? 'Basis' : 'Rule'), problem.basis));
  }
  if (problem.state) {
    box.append(line(chinese ? '当前状态' : 'State', chinese ? problem.stateName || problem.state : problem.state));
  }
  if (problem.reference) {
    box.append(line(chinese ? '编号' : 'Reference', problem.reference));
  }
  return box;
}

function place() {
  const dialog = document.querySelector('.modal.in .modal-body, .modal-dialog .modal-body');
  const form = (dialog || document).querySelector('.fjs-container');
  return dialog || form?.closest('.tab-content, .task-detail-tab, [cam-tasklist-form]') || form?.parentElement
    || document.querySelector('.task-details .content') || document.body;
}

function forget() {
  document.querySelectorAll('.duban-refusal').forEach(box => box.remove());
}

function hideGeneric() {
  document.querySelectorAll('.page-notifications .notification, .notifications-panel .notification, [notifications-panel] .alert')
    .forEach(note => note.classList.add('duban-hidden'));
}

/** Tasklist's own note, which says less and covers the buttons, comes when its digest comes: sooner or later. */
function hideGenericWhileStands(box) {
  const watch = new MutationObserver(() => (box.isConnected ? hideGeneric() : watch.disconnect()));
  watch.observe(document.body, { childList: true, subtree: true });
  hideGeneric();
}

function show(problem, url) {
  forget();
  const box = panel(problem, url);
  place().prepend(box);
  box.scrollIntoView({ block: 'center', behavior: 'smooth' });
  box.focus({ preventScroll: true });
  hideGenericWhileStands(box);
}

function answered(url, status, type, text) {
  if (SUBMISSION.test(url) && status >= 400 && type.includes('application/problem+json')) {
    show(JSON.parse(text), url);
  } else if (SCHEMA.test(url) && status === 200) {
    try {
      remember(JSON.parse(text).components);
    } catch {
      // not one of our forms
    }
  }
}

const concerns = url => SUBMISSION.test(url) || SCHEMA.test(url);

function listenToXhr() {
  const open = XMLHttpRequest.prototype.open;
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.dubanUrl = method.toUpperCase() === 'GET' && !SCHEMA.test(url) ? '' : String(url);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (SUBMISSION.test(this.dubanUrl)) {
      forget();
    }
    if (concerns(this.dubanUrl)) {
      this.addEventListener('load', () => answered(
        this.dubanUrl, this.status, this.getResponseHeader('content-type') || '', this.responseText));
    }
    return send.apply(this, body);
  };
}

function listenToFetch() {
  const fetch = window.fetch;
  window.fetch = async (...request) => {
    const url = String(request[0].url || request[0]);
    const answer = await fetch(...request);
    if (concerns(url)) {
      answer.clone().text().then(text =>
        answered(url, answer.status, answer.headers.get('content-type') || '', text), () => {});
    }
    return answer;
  };
}

export function showRefusals() {
  listenToXhr();
  listenToFetch();
}
