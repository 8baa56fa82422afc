// Start page and log-in page: language, forgotten drafts, and in the demo accounts, clock and one-click log-in.
import { startDemo } from './demo.js';

const page = document.documentElement;

function setLanguage(language) {
  page.dataset.language = language;
  page.lang = language === 'en' ? 'en' : 'zh-CN';
  document.getElementById('language')?.setAttribute('aria-pressed', String(language === 'en'));
}

const toggle = document.getElementById('language');
if (toggle) {
  setLanguage(localStorage.getItem('duban-language') === 'en' ? 'en' : 'zh');
  toggle.addEventListener('click', () => {
    const language = page.dataset.language === 'en' ? 'zh' : 'en';
    localStorage.setItem('duban-language', language);
    setLanguage(language);
  });
}

// Tasklist keeps half-filled forms in this browser; whoever signs in next must not find them.
if (document.body.dataset.page === 'login') {
  Object.keys(localStorage)
    .filter(key => key.startsWith('camForm:') || key.startsWith('camunda-form:'))
    .forEach(key => localStorage.removeItem(key));
}

if (document.getElementById('demo')) {
  startDemo();
}
