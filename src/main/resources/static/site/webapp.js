// Loaded by Tasklist, Cockpit, Admin and the profile page: one log-in page, no drafts left behind, our own texts.
import { chinese, root } from './webapp-place.js';
import { readDaysAsDays } from './days.js';
import { showRefusals } from './refusal.js';
import { nameRemovedRows } from './removed-rows.js';
import { makeViewsAfterTexts } from './texts-first.js';

const ENGLISH_NOTICE =
  'Duban runs on Camunda 7.24, the last community release; upstream updates have ended and the project maintains it itself.';
const app = (location.pathname.match(/\/app\/(\w+)\//) || [])[1];
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

// Names of tasks carry the line breaks of the diagram; between Chinese characters a break must not become a blank.
function joinNames() {
  document.querySelectorAll('h4.task a, h2.task, h4.process-definition, h6.process-definition').forEach(name =>
    name.childNodes.forEach(part => {
      const joined = part.nodeType === Node.TEXT_NODE && part.data.replace(/([\u3000-\uffef])\s*\n\s*(?=[\u3000-\uffef])/g, '$1');
      if (joined && joined !== part.data) {
        part.data = joined;
      }
    }));
}

// Tasklist asks for its list again every ten seconds; once a minute is soon enough for an office of many.
function refreshEachMinute() {
  const plain = window.setInterval;
  window.setInterval = (work, pause, ...rest) => plain.call(window, work, pause === 10000 ? 60000 : pause, ...rest);
}

// The server counts to a thousand and one (CappedTaskCounts). The app goes on writing into the same piece of text.
function capCount() {
  document.querySelectorAll('.counter, .total-results').forEach(count => count.childNodes.forEach(part => {
    if (part.nodeType === Node.TEXT_NODE && part.data.trim() === '1001') {
      part.data = '1000+';
    }
  }));
}

// What the list of engine operations refuses to a role anyway is not offered to it (webapp.css).
function offerWhatIsAllowed() {
  const root = window.angular?.element(document.body).injector()?.get('$rootScope');
  const apps = root?.authentication?.authorizedApps;
  if (apps) {
    document.documentElement.classList.toggle('duban-watcher', !apps.includes('admin'));
  }
}

// What only a form needs is loaded with the first one.
function helpForms() {
  const watch = new MutationObserver(() => {
    if (document.querySelector('.fjs-container')) {
      watch.disconnect();
      Promise.all([
        import('./completion.js').then(({ keepCompletionOpen }) => keepCompletionOpen()),
        chinese ? import('./form-texts.js').then(({ translateForms }) => translateForms()) : null
      ]).catch(wait); // what could not be fetched is asked for again with the next change of the page
    }
  });
  const wait = () => watch.observe(document.body, { childList: true, subtree: true });
  wait();
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

document.documentElement.lang = chinese ? 'zh-CN' : 'en';
if (app === 'tasklist') {
  refreshEachMinute();
}
readDaysAsDays();
makeViewsAfterTexts();
watchLogout();
showRefusals();
nameRemovedRows();
helpForms();
addEventListener('hashchange', leaveAppLogin);
leaveAppLogin();
new MutationObserver(() => {
  replaceEnglishNotice();
  linkHome();
  joinNames();
  if (app === 'tasklist') {
    capCount();
  } else if (app === 'cockpit') {
    offerWhatIsAllowed();
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true });
