// One line on each card of the list. Cards drawn in the same tick are asked for in one request.
import { element, read, say } from './page.js';

const FRESH = 8000;
const LOT = 50;

const known = new Map();
let waiting = new Map();

function ask() {
  const lot = waiting;
  waiting = new Map();
  const ids = [...lot.keys()];
  for (let from = 0; from < ids.length; from += LOT) {
    const part = ids.slice(from, from + LOT);
    read(`/api/tasks/cards?ids=${part.map(encodeURIComponent).join(',')}`).then(
      cards => part.forEach(id => {
        known.set(id, { card: cards[id], at: Date.now() });
        lot.get(id).forEach(tell => tell(cards[id]));
      }),
      () => part.forEach(id => lot.get(id).forEach(tell => tell(undefined)))
    );
  }
}

function card(id) {
  const held = known.get(id);
  if (held && Date.now() - held.at < FRESH) {
    return Promise.resolve(held.card);
  }
  return new Promise(tell => {
    if (waiting.size === 0) {
      setTimeout(ask, 20);
    }
    waiting.set(id, [...(waiting.get(id) || []), tell]);
  });
}

function chip(kind, text) {
  return element('span', `duban-chip duban-chip-${kind}`, text);
}

function deadline(it) {
  if (it.overdue) {
    return chip('red', it.overdueDays > 0
      ? say(`已超期 ${it.overdueDays} 个工作日`, `${it.overdueDays} working days overdue`)
      : say('已超期', 'overdue'));
  }
  if (it.day) {
    return chip('blue', it.day);
  }
  return it.due ? chip('plain', say(`限 ${it.due}`, `due ${it.due}`)) : null;
}

function draw(node, it) {
  node.replaceChildren();
  if (!it) {
    return;
  }
  const head = element('div', 'duban-card-head',
    element('span', 'duban-card-number', it.number || it.instrument || ''),
    it.unit ? element('span', 'duban-card-unit', it.unit) : null);
  const foot = element('div', 'duban-card-foot',
    it.problem ? chip('dark', say(`问题 ${it.problem}`, `problem ${it.problem}`)) : null,
    deadline(it),
    it.stateLabel ? chip('plain', it.stateLabel) : null,
    it.round > 1 ? chip('plain', say(`第 ${it.round} 轮`, `round ${it.round}`)) : null,
    it.reminders > 0 ? chip('amber', say(`催办 ${it.reminders} 次`, `${it.reminders} reminders`)) : null,
    it.awaited > 0 ? chip('amber', say(`待批催办 ${it.awaited} 次`, `approval urged ${it.awaited}×`)) : null,
    it.bulletins > 0 ? chip('amber', say(`通报 ${it.bulletins} 次`, `${it.bulletins} bulletins`)) : null,
    it.interviews > 0 ? chip('amber', say(`约谈 ${it.interviews} 次`, `${it.interviews} interviews`)) : null);
  const line = element('div', 'duban-card', head, foot);
  line.title = [it.title, it.due && say(`期限 ${it.due}`, `due ${it.due}`), it.explanation].filter(Boolean).join('\n');
  node.append(line);
}

export function renderCard(node, { taskId }) {
  card(taskId).then(it => draw(node, it));
  const again = setInterval(() => {
    if (!node.isConnected) {
      clearInterval(again);
    } else if (!document.hidden) {
      card(taskId).then(it => draw(node, it));
    }
  }, 60000);
}
