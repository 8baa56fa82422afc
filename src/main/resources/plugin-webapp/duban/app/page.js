// What the plug-in's parts share: the application's own address, a same-origin GET, elements that hold text only.
const appRoot = document.querySelector('base')?.getAttribute('app-root') || '/camunda';
const root = appRoot.replace(/\/camunda$/, '');

const preferred = (navigator.languages && navigator.languages[0]) || navigator.language || '';
const english = preferred.split('-')[0].toLowerCase() === 'en';

export const say = (chinese, other) => (english ? other : chinese);

export function element(name, className, ...content) {
  const node = document.createElement(name);
  if (className) {
    node.className = className;
  }
  node.append(...content.filter(part => part !== null && part !== undefined).map(part =>
    part instanceof Node ? part : String(part)));
  return node;
}

export async function read(path) {
  const answer = await fetch(root + path, {
    credentials: 'same-origin',
    headers: { Accept: 'application/json, application/problem+json' }
  });
  const body = await answer.json().catch(() => null);
  if (!answer.ok) {
    const sentence = body && (english ? body.detailEn || body.detail : body.detail);
    throw new Error(sentence || say('暂时无法读取，请稍后重试。', 'Cannot be read at the moment.'));
  }
  return body;
}

/** Sends a form with files; the token is the one the web apps use. */
export async function send(path, body) {
  const token = document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN='))?.slice(11) || '';
  const answer = await fetch(root + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json, application/problem+json', 'X-XSRF-TOKEN': decodeURIComponent(token) },
    body
  });
  const problem = await answer.json().catch(() => null);
  if (!answer.ok) {
    const sentence = problem && (english ? problem.detailEn || problem.detail : problem.detail);
    throw new Error(sentence || say('上传没有成功，请稍后重试。', 'The upload has failed; try again.'));
  }
}

export const address = path => root + path;

const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'
});

/** An instant as YYYY-MM-DD HH:mm in Chinese standard time; a local date-time without zone is one already. */
export function time(value) {
  if (typeof value === 'string' && !/(Z|[+-]\d\d:?\d\d)$/.test(value)) {
    return value.replace('T', ' ').slice(0, 16);
  }
  const instant = new Date(typeof value === 'number' && value < 1e11 ? value * 1000 : value);
  return Number.isNaN(instant.getTime()) ? String(value) : moment.format(instant);
}

let clock = null;
let clockRead = 0;

/** Today as YYYY-MM-DD: the demo's clock where there is one, else the machine's. */
export async function today() {
  if (!clock || Date.now() - clockRead > 5000) {
    clockRead = Date.now();
    clock = read('/api/demo/clock').then(answer => answer.now, () => new Date().toISOString());
  }
  return time(await clock).slice(0, 10);
}
