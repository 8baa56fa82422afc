// Loaded by Tasklist, Cockpit, Admin and the profile page: one log-in page, no drafts left behind, our own texts.
import { chinese, root } from './webapp-place.js';
import { translateForms } from './form-texts.js';
import { showRefusals } from './refusal.js';

const ENGLISH_NOTICE =
  'Duban runs on Camunda 7.24, the last community release; upstream updates have ended and the project maintains it itself.';
const DRAFTS = ['camForm:', 'camunda-form:'];

function forgetDrafts() {
  Object.keys(localStorage)
    .filter(key => DRAFTS.some(prefix => key.startsWith(prefix)))
    .forEach(key => localStorage.removeItem(key));
}

let leaving = false;

function signedOut() {
  leaving = true;
  forgetDrafts();
  location.replace(root + 'login?out');
}

// The apps' own log-in view is never used: a reload brings the front door, which leads back here after the log-in.
function leaveAppLogin() {
  if (!leaving && location.hash.startsWith('#/login')) {
    leaving = true;
    history.replaceState(null, '', location.pathname);
    location.reload();
  }
}

function watchLogout() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (/\/admin\/auth\/user\/[^/]+\/logout/.test(url)) {
      this.addEventListener('load', () => this.status < 400 && signedOut());
    }
    return open.call(this, method, url, ...rest);
  };
}

function replaceEnglishNotice() {
  const notice = document.querySelector('.ce-eol-banner');
  if (notice && notice.querySelector('a')) {
    notice.textContent = ENGLISH_NOTICE;
  }
}

function linkHome() {
  const brand = document.querySelector('[cam-widget-header] .navbar-brand');
  if (brand && !document.querySelector('.duban-home')) {
    const link = document.createElement('a');
    link.className = 'duban-home';
    link.href = root;
    link.textContent = chinese ? '首页' : 'Home';
    brand.after(link);
  }
}

watchLogout();
showRefusals();
if (chinese) {
  translateForms();
}
addEventListener('hashchange', leaveAppLogin);
leaveAppLogin();
new MutationObserver(() => {
  replaceEnglishNotice();
  linkHome();
}).observe(document.querySelector('[cam-widget-header]') || document.body, { childList: true, subtree: true });
