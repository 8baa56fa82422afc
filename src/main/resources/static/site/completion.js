// Keeps Tasklist's button honest. After an edit inside a repeating list the form renderer reports empty lists of errors,
// and Tasklist, which only counts keys, would lock its button for good. The button follows the errors on the screen;
// the renderer checks everything again when it is pressed.
const PAUSE = 150;
const DRAWN = 40;
const ERROR = '.fjs-form-field-error';
const PRESSED = 'button[ng-click="complete()"], .modal-footer .btn-primary';

/** Lets the form say that it is invalid only when an error is to be seen once it has been drawn. */
function believeOnlyWhatShows(host, controller) {
  const told = controller.notifyFormValidated;
  controller.notifyFormValidated = invalid => {
    if (!invalid || !host.querySelector('.fjs-container .fjs-form')) {
      told.call(controller, invalid);
      return;
    }
    setTimeout(() => told.call(controller, Boolean(host.querySelector(ERROR))), DRAWN);
  };
  controller.dubanBelieves = true;
}

function release(host) {
  const wrapped = window.angular?.element(host);
  const controller = wrapped?.controller?.('camTasklistForm');
  if (controller && !controller.dubanBelieves) {
    believeOnlyWhatShows(host, controller);
  }
  const form = wrapped?.isolateScope?.();
  if (form?.$invalid && form.$loaded && host.querySelector('.fjs-container .fjs-form') && !host.querySelector(ERROR)) {
    controller.notifyFormValidated(false);
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
  later();
}
