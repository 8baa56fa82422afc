// The demo part of the start page: accounts by level, log-in as one of them, the clock.
const root = new URL('../', import.meta.url).pathname;
const english = () => document.documentElement.dataset.language === 'en';
const say = (chinese, other) => (english() ? other : chinese);
const byId = id => document.getElementById(id);

const LEVELS = [
  ['省级', 'City', unit => /^\d{2}0000$/.test(unit)],
  ['区县', 'Districts', unit => /^\d{6}$/.test(unit)],
  ['校外培训机构', 'Training institutions', unit => /^\d{6}T/.test(unit)],
  ['学校', 'Schools', unit => /^\d{6}S/.test(unit)],
  ['系统', 'System', () => true]
];
// The districts of the two stories come first.
const FIRST = ['310104', '310101'];

function token() {
  const cookie = document.cookie.split('; ').find(each => each.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function call(path, body) {
  const answer = await fetch(root + path, {
    method: body ? 'POST' : 'GET',
    credentials: 'same-origin',
    headers: { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() }) },
    body: body && JSON.stringify(body)
  });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const failure = new Error(say(content.detail, content.detailEn) || `${answer.status}`);
    failure.status = answer.status;
    throw failure;
  }
  return content;
}

function level(account) {
  return LEVELS.findIndex(([, , holds]) => holds(account.unit || ''));
}

function order(account) {
  const at = FIRST.indexOf((account.unit || '').slice(0, 6));
  return `${at < 0 ? FIRST.length : at}${account.unit || ''}${account.id}`;
}

function row(account) {
  const line = byId('account-row').content.cloneNode(true).firstElementChild;
  line.querySelector('.role').textContent = account.roleLabel || account.name || account.role;
  line.querySelector('.unit').textContent = account.unitName || '—';
  line.querySelector('code').textContent = account.id;
  line.querySelector('[name=username]').value = account.id;
  line.dataset.find = [account.id, account.roleLabel, account.name, account.unitName].join(' ').toLowerCase();
  line.querySelector('.copy').addEventListener('click', () => copy(line.querySelector('code')));
  return line;
}

function copy(node) {
  const done = () => note('accounts-note', say(`已复制 ${node.textContent}`, `Copied ${node.textContent}`));
  if (navigator.clipboard) {
    navigator.clipboard.writeText(node.textContent).then(done, () => {});
  } else {
    getSelection().selectAllChildren(node);
  }
}

function group([chinese, other], accounts, open) {
  const details = document.createElement('details');
  details.open = open;
  const summary = details.appendChild(document.createElement('summary'));
  [['zh-CN', chinese], ['en', other]].forEach(([language, text]) => {
    const part = summary.appendChild(document.createElement('span'));
    part.lang = language;
    part.textContent = `${text}（${accounts.length}）`;
  });
  const table = details.appendChild(document.createElement('table'));
  table.className = 'accounts';
  table.append(...accounts.map(row));
  return details;
}

function list(accounts) {
  const groups = LEVELS.map(() => []);
  [...accounts].sort((one, other) => order(one).localeCompare(order(other)))
    .forEach(account => groups[level(account)].push(account));
  byId('account-groups').replaceChildren(...groups
    .map((members, at) => members.length > 0 && group(LEVELS[at], members, at === 0))
    .filter(Boolean));
}

function filter() {
  const wanted = byId('filter').value.trim().toLowerCase();
  document.querySelectorAll('#account-groups details').forEach((details, at) => {
    let shown = 0;
    details.querySelectorAll('tr').forEach(line => {
      line.hidden = wanted !== '' && !line.dataset.find.includes(wanted);
      shown += line.hidden ? 0 : 1;
    });
    details.hidden = shown === 0;
    details.open = wanted === '' ? at === 0 : shown > 0;
  });
}

function note(id, text, bad = false) {
  byId(id).textContent = text;
  byId(id).classList.toggle('bad', bad);
}

async function signIn(form) {
  form.classList.add('busy');
  const answer = await fetch(form.action, {
    method: 'POST', credentials: 'same-origin', body: new URLSearchParams(new FormData(form))
  }).catch(() => null);
  form.classList.remove('busy');
  if (answer && answer.url.includes('/login?error')) {
    note('accounts-note', say('该演示账号无法登录。', 'This account cannot sign in.'), true);
    byId('accounts-note').scrollIntoView({ block: 'center' });
  } else if (answer && answer.status !== 403) {
    location.href = `${root}camunda/app/tasklist/default/`;
  } else {
    form.submit();
  }
}

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
const week = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', weekday: 'long' });

function showClock(clock) {
  const now = new Date(clock.now);
  byId('now').textContent = `${moment.format(now)} ${week.format(now)}`;
  byId('to').value = moment.format(now).replace(' ', 'T');
}

async function move(body) {
  try {
    const clock = await call('api/demo/clock', body);
    showClock(clock);
    note('clock-note', say(`时钟已拨动，触发 ${clock.firedTimers ?? 0} 个到期事项。`,
      `Moved; ${clock.firedTimers ?? 0} things became due.`));
  } catch (failure) {
    note('clock-note', failure.status === 401
      ? say('请先用任一演示账号登录，再拨动时钟。', 'Sign in with any demo account first.')
      : failure.message, true);
    byId('clock-note').scrollIntoView({ block: 'center' });
  }
}

export function startDemo() {
  call('api/demo/accounts').then(list, () =>
    note('accounts-note', say('账号列表暂时无法读取；步骤里的账号可直接使用。', 'The list cannot be read now.'), true));
  call('api/demo/clock').then(showClock, failure =>
    note('clock-note', failure.status === 401 ? say('登录后可见当前时间。', 'Sign in to see the time.') : ''));
  byId('filter').addEventListener('input', filter);
  document.addEventListener('submit', event => {
    if (event.target.matches('form.as')) {
      event.preventDefault();
      signIn(event.target);
    }
  });
  document.querySelectorAll('button[data-days]').forEach(button =>
    button.addEventListener('click', () => move({ workingDays: Number(button.dataset.days) })));
  byId('set-clock').addEventListener('submit', event => {
    event.preventDefault();
    move({ to: `${byId('to').value}:00+08:00` });
  });
}
