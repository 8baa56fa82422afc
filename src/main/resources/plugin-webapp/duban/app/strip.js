// A deadline as a strip of days: counted days numbered, skipped days with their reason, today outlined, lateness red.
import { element, say } from './page.js';

const LONGEST = 62;
const LATE_SHOWN = 10;
const WEEK = ['日', '一', '二', '三', '四', '五', '六'];
const WEEK_EN = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

const date = value => String(value || '').slice(0, 10);

function next(day, days = 1) {
  const then = new Date(`${day}T00:00:00Z`);
  then.setUTCDate(then.getUTCDate() + days);
  return then.toISOString().slice(0, 10);
}

function between(from, to) {
  const all = [];
  for (let day = from; day <= to && all.length < 800; day = next(day)) {
    all.push(day);
  }
  return all;
}

/** Not met and not cancelled; past its last day it is overdue. */
export function isRunning(deadline) {
  return deadline.status === 'OPEN' || deadline.status === 'OVERDUE';
}

/** What each day between start and due (or today, when late) is, in order. */
export function days(deadline, today) {
  const due = date(deadline.due);
  const counted = (deadline.counted || []).map(date);
  const skipped = new Map((deadline.skipped || []).map(each => [date(each.date), each.reason]));
  const last = deadline.closedOn ? date(deadline.closedOn) : isRunning(deadline) ? today : due;
  const ended = deadline.overdueDays > 0 && last > due ? last : due;
  return between(date(deadline.start), ended).map(day => ({
    day,
    number: counted.indexOf(day) + 1,
    reason: skipped.get(day),
    today: day === today,
    start: day === date(deadline.start) && !counted.includes(day),
    due: day === due,
    late: day > due
  }));
}

function note(it) {
  if (it.start) {
    return say('起', 'start');
  }
  if (it.late) {
    return say('超', 'late');
  }
  if (it.number > 0) {
    return String(it.number);
  }
  return it.reason || '–';
}

function kind(it) {
  if (it.late) {
    return 'late';
  }
  if (it.start) {
    return 'start';
  }
  return it.number > 0 ? 'counted' : 'skipped';
}

function meaning(it) {
  const parts = [it.day];
  if (it.number > 0) {
    parts.push(say(`计入，第 ${it.number} 日`, `counted, day ${it.number}`));
  } else if (it.start) {
    parts.push(it.reason || say('起算日，不计入', 'start, not counted'));
  } else if (it.late) {
    parts.push(say('已超期', 'overdue'));
  } else {
    parts.push(say(`不计：${it.reason || '非工作日'}`, `not counted: ${it.reason || 'no working day'}`));
  }
  if (it.due) {
    parts.push(say('届满日', 'due'));
  }
  if (it.today) {
    parts.push(say('今天', 'today'));
  }
  return parts.join(' · ');
}

function cell(it) {
  const week = new Date(`${it.day}T00:00:00Z`).getUTCDay();
  const node = element('li',
    `duban-day duban-day-${kind(it)}${it.today ? ' duban-day-today' : ''}${it.due ? ' duban-day-due' : ''}`,
    element('span', 'duban-day-date', `${Number(it.day.slice(5, 7))}/${Number(it.day.slice(8))}`),
    element('span', 'duban-day-note', note(it)),
    element('span', 'duban-day-week', say(WEEK[week], WEEK_EN[week])));
  node.title = meaning(it);
  node.setAttribute('aria-label', meaning(it));
  if (it.today) {
    node.setAttribute('aria-current', 'date');
  }
  return node;
}

function gap(count) {
  return element('li', 'duban-day duban-day-gap', say(`… ${count} 天 …`, `… ${count} days …`));
}

function shortened(all) {
  const late = all.filter(it => it.late);
  const kept = all.filter(it => !it.late);
  const cells = kept.length > LONGEST
    ? [...kept.slice(0, 20).map(cell), gap(kept.length - 40), ...kept.slice(-20).map(cell)]
    : kept.map(cell);
  if (late.length > LATE_SHOWN) {
    return [...cells, ...late.slice(0, LATE_SHOWN - 1).map(cell), gap(late.length - LATE_SHOWN), cell(late.at(-1))];
  }
  return [...cells, ...late.map(cell)];
}

export function strip(deadline, today) {
  const all = days(deadline, today);
  const list = element('ol', `duban-strip${all.length > 24 ? ' duban-strip-dense' : ''}`, ...shortened(all));
  list.setAttribute('aria-label', deadline.label || say('期限', 'deadline'));
  return list;
}
