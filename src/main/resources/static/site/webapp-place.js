// Where we are: the address of the front door (the web apps may stand behind a context path) and the language,
// chosen by the same rule as the web apps do.
export const root = new URL('../', import.meta.url).pathname;

const preferred = (navigator.languages && navigator.languages[0]) || navigator.language || '';
export const chinese = preferred.split('-')[0].toLowerCase() !== 'en';

export function element(name, className, text) {
  const node = document.createElement(name);
  if (className) {
    node.className = className;
  }
  if (text !== undefined && text !== null) {
    node.textContent = String(text);
  }
  return node;
}
