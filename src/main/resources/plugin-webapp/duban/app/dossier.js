// The tab 案情: what the case is, which deadlines run and why, which problems are open, what has happened so far.
import { element, read, say, time, today } from './page.js';
import { evidence } from './evidence.js';
import { records } from './records.js';
import { isRunning, strip } from './strip.js';

function section(title, ...content) {
  return element('section', 'duban-section', element('h4', 'duban-heading', title), ...content);
}

function head(dossier) {
  return element('header', 'duban-case-head',
    element('span', 'duban-kind', dossier.kindLabel),
    element('span', 'duban-number', dossier.number || say('尚未编号', 'no number yet')),
    element('span', 'duban-state', dossier.stateLabel),
    element('div', 'duban-title', dossier.title));
}

function facts(rows) {
  const list = element('dl', 'duban-facts');
  rows.forEach(row => {
    const value = row.value === undefined || row.value === null || row.value === '' ? '—' : row.value;
    const pair = element('div', String(value).length > 42 ? 'duban-fact duban-fact-wide' : 'duban-fact',
      element('dt', '', row.label), element('dd', '', value));
    list.append(pair);
  });
  return list;
}

function standing(deadline) {
  const running = isRunning(deadline);
  if (deadline.overdueDays > 0) {
    const late = say(`超期 ${deadline.overdueDays} 个工作日`, `${deadline.overdueDays} working days overdue`);
    return running ? say(`已${late}`, late) : `${deadline.statusLabel} · ${late}`;
  }
  const day = running && deadline.day > 0 && deadline.of > 0
    ? say(`第 ${deadline.day} / ${deadline.of} 天`, `day ${deadline.day} of ${deadline.of}`) : null;
  return [deadline.statusLabel, day].filter(Boolean).join(' · ');
}

function due(value) {
  const text = time(String(value));
  return text.length === 10 ? `${text} 24:00` : text;
}

function dailyStrip(each, now) {
  if (!each.start || !each.due) {
    return null;
  }
  // A deadline that has been met is history: its days are there for whoever asks.
  return isRunning(each)
    ? strip(each, now)
    : element('details', 'duban-past', element('summary', '', say('逐日查看', 'day by day')), strip(each, now));
}

function deadline(each, now) {
  const late = each.overdueDays > 0;
  const kind = late ? 'red' : isRunning(each) ? 'blue' : 'plain';
  const title = element('div', 'duban-deadline-head',
    element('strong', '', each.label),
    each.subject ? element('span', 'duban-subject', each.subject) : null,
    element('span', 'duban-due', say('届满 ', 'due '), due(each.due)),
    element('span', `duban-chip duban-chip-${kind}`, standing(each)));
  if (each.provisional) {
    const mark = element('span', 'duban-chip duban-chip-amber', say('暂定', 'provisional'));
    mark.title = say('当年放假安排尚未公布，期限按现有日历推算，公布后重算。',
      'The holiday arrangement of the year is not published yet; the date will be counted again.');
    title.append(mark);
  }
  return element('article', `duban-deadline${late ? ' duban-deadline-late' : ''}${isRunning(each) ? '' : ' duban-deadline-past'}`,
    title,
    dailyStrip(each, now),
    each.explanation ? element('p', 'duban-explanation', each.explanation) : null);
}

function problems(rows) {
  const titles = [say('序号', 'No.'), say('问题', 'Problem'), say('整改要求', 'Requirement'), say('状态', 'State'),
    say('轮次', 'Round'), say('期限', 'Due')];
  const body = element('tbody', '', ...rows.map(row => element('tr', '',
    element('td', 'duban-narrow', row.seq),
    element('td', '', row.description),
    element('td', '', row.requirement),
    element('td', 'duban-narrow', element('span', 'duban-chip duban-chip-plain', row.stateLabel)),
    element('td', 'duban-narrow', row.round),
    element('td', 'duban-narrow', row.due ? due(row.due) : '—'))));
  return element('table', 'duban-table',
    element('thead', '', element('tr', '', ...titles.map(title => {
      const cell = element('th', '', title);
      cell.scope = 'col';
      return cell;
    }))), body);
}

function timeline(events) {
  return element('ol', 'duban-timeline', ...events.map(event => {
    const at = element('time', '', time(event.at));
    at.dateTime = String(event.at);
    return element('li', '', at, element('span', 'duban-actor', event.actor), element('span', 'duban-sentence', event.sentence));
  }));
}

function draw(node, dossier, now) {
  const parts = [head(dossier)];
  if (dossier.deadlines?.length) {
    parts.push(section(say('期限', 'Deadlines'), ...dossier.deadlines.map(each => deadline(each, now))));
  }
  if (dossier.facts?.length) {
    parts.push(section(say('案件要素', 'Facts'), facts(dossier.facts)));
  }
  if (dossier.problems?.length) {
    parts.push(section(say('问题清单', 'Problems'), problems(dossier.problems)));
  }
  const files = evidence(dossier.caseId);
  if (files) {
    parts.push(files);
  }
  parts.push(records(dossier));
  if (dossier.timeline?.length) {
    parts.push(section(say('办理过程', 'What has happened'), timeline(dossier.timeline)));
  }
  node.replaceChildren(element('div', 'duban-case', ...parts));
}

export function renderDossier(node, { taskId }) {
  const waiting = element('p', 'duban-waiting', say('正在读取案情…', 'Reading the case…'));
  waiting.setAttribute('role', 'status');
  node.replaceChildren(waiting);
  Promise.all([read(`/api/tasks/${encodeURIComponent(taskId)}/case`), today()]).then(
    ([dossier, now]) => draw(node, dossier, now),
    failure => {
      const sentence = element('p', 'duban-failure', failure.message);
      sentence.setAttribute('role', 'alert');
      node.replaceChildren(sentence);
    }
  );
}
