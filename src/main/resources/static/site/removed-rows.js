// A row taken out of a repeating list is named in the submission, as removedProblems and the like: the server refuses
// rows that are neither there nor named, so a row that got lost on the way is never taken for a deleted one.
const SUBMISSION = /\/task\/[^/]+\/submit-form(?:\?|$)/;
const FORM = /\/task\/[^/]+\/deployed-form(?:\?|$)/;
const REFERENCE = 'ref';

/** The id of the field that holds a row's reference, and under which name its list's removed rows are sent. */
const lists = new Map();
const removed = new Map();

function remember(components) {
  for (const component of components || []) {
    const reference = component.type === 'dynamiclist'
      && (component.components || []).find(field => field.key === REFERENCE);
    if (reference && component.allowAddRemove) {
      lists.set(reference.id, 'removed' + component.path[0].toUpperCase() + component.path.slice(1));
    }
    remember(component.components);
  }
}

function begin(form) {
  lists.clear();
  removed.clear();
  remember(form.components);
}

function recordRemoval(button) {
  const row = button.closest('.fjs-repeat-row-container');
  for (const [field, name] of lists) {
    const reference = row?.querySelector(`input[id*="-${field}_"]`)?.value;
    if (reference) {
      removed.set(name, [...(removed.get(name) || []), reference]);
    }
  }
}

function withRemoved(body) {
  if (typeof body !== 'string' || !removed.size) {
    return body;
  }
  const submission = JSON.parse(body);
  removed.forEach((references, name) => {
    submission.variables[name] = { type: 'Json', value: JSON.stringify(references) };
  });
  return JSON.stringify(submission);
}

export function nameRemovedRows() {
  // Before the renderer's own listener: after it the row is gone.
  document.addEventListener('click', event => {
    const button = event.target.closest?.('.fjs-repeat-row-remove');
    if (button && !button.disabled) {
      recordRemoval(button);
    }
  }, true);
  const fetch = window.fetch;
  window.fetch = async (...request) => {
    const answer = await fetch(...request);
    if (answer.ok && FORM.test(String(request[0].url || request[0]))) {
      begin(await answer.clone().json());
    }
    return answer;
  };
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.dubanSubmits = method.toUpperCase() === 'POST' && SUBMISSION.test(url);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body, ...rest) {
    return send.call(this, this.dubanSubmits ? withRemoved(body) : body, ...rest);
  };
}
