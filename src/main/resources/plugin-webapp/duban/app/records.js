// 办理记录 in the tab 案情: what was typed at each step, the newest version open to one click, the older ones named.
import { element, read, say, time } from './page.js';

function table(line) {
  const cells = (kind, row) => element('tr', '', ...row.map(cell => element(kind, '', cell)));
  return element('table', 'duban-table',
    element('thead', '', cells('th', line.columns)),
    element('tbody', '', ...line.rows.map(row => cells('td', row))));
}

function lines(entry) {
  const list = element('dl', 'duban-facts');
  let group = null;
  entry.lines.forEach(line => {
    if (line.group && line.group !== group) {
      list.append(element('div', 'duban-fact duban-fact-wide duban-fact-group', element('dt', '', line.group)));
    }
    group = line.group;
    const wide = line.text === undefined || String(line.text).length > 42;
    list.append(element('div', wide ? 'duban-fact duban-fact-wide' : 'duban-fact',
      element('dt', '', line.label),
      element('dd', '', line.text === undefined ? table(line) : line.text)));
  });
  return list;
}

function entry(each, parts) {
  const about = parts[each.part] || each.about;
  const title = [each.stepLabel, about].filter(Boolean).join(' · ');
  const replaced = each.round < each.latestRound
    ? say(`第 ${each.round} 次填写，已由第 ${each.round + 1} 次填写取代`, `version ${each.round}, replaced by version ${each.round + 1}`)
    : null;
  return element('details', replaced ? 'duban-past duban-replaced' : 'duban-past',
    element('summary', '', title, ' ', element('span', 'duban-explanation', `${time(each.at)} ${each.unit} ${each.person}`),
      replaced ? element('span', 'duban-chip duban-chip-plain', replaced) : null),
    lines(each));
}

/** The section, filled when the answer is there; it goes away where nothing was typed that one may read. */
export function records(dossier) {
  const node = element('section', 'duban-section');
  const parts = Object.fromEntries((dossier.problems || []).map(each => [each.id, say(`问题 ${each.seq}`, `problem ${each.seq}`)]));
  read(`/api/cases/${encodeURIComponent(dossier.caseId)}/entries`).then(
    found => found.length === 0 ? node.remove() : node.replaceChildren(
      element('h4', 'duban-heading', say('办理记录', 'What was written')),
      ...found.map(each => entry(each, parts))),
    () => node.remove());
  return node;
}
