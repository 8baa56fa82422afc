// Keeps Tasklist's button honest. After an edit inside a repeating list the form renderer reports empty lists of errors,
// and Tasklist, which only counts keys, would lock its button for good. The button follows the errors on the screen;
// the renderer checks everything again when it is pressed.
const PAUSE = 150;
const ERROR = '.fjs-form-field-error';
const PRESSED = 'button[ng-click="complete()"], .modal-footer .btn-primary';

function release(host) {
  const wrapped = window.angular?.element(host);
  const form = wrapped?.isolateScope?.();
  if (form?.$invalid && form.$loaded && host.querySelector('.fjs-container .fjs-form') && !host.querySelector(ERROR)) {
    wrapped.controller('camTasklistForm').notifyFormValidated(false);
  }
}

function releaseAll() {
  document.querySelectorAll('[cam-tasklist-form]').forEach(release);
}

function showFirstError() {
  document.querySelector(`.fjs-container ${ERROR}`)?.scrollIntoView({ block: 'center', behavior: 'smooth' });
}

export function keepCompletionOpen() {
  let waiting = null;
  const later = () => {
    waiting ??= setTimeout(() => {
      waiting = null;
      releaseAll();
    }, PAUSE);
  };
  new MutationObserver(later).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['disabled']
  });
  ['input', 'change', 'focusout'].forEach(event => document.addEventListener(event, later, true));
  document.addEventListener('click', event => {
    if (event.target.closest(PRESSED)) {
      setTimeout(showFirstError, 2 * PAUSE);
    }
  });
}
